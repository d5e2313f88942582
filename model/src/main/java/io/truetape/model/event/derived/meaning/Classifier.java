package io.truetape.model.event.derived.meaning;

/// The fourteen questions asked of packets and structures. Source: docs/methods/classifiers.md.
public enum Classifier {
  LARGE_BULLISH_CALL_SWEEP("large_bullish_call_sweep", "call bought across venues"),
  LARGE_BEARISH_PUT_SWEEP("large_bearish_put_sweep", "put bought across venues"),
  LARGE_CALL_SELL("large_call_sell", "large call sale, overwrite-like"),
  LARGE_PUT_SELL("large_put_sell", "large put sale, write-like"),
  UNUSUAL_CONTRACT_SPIKE("unusual_contract_spike", "unusual for its own history"),
  NEW_POSITION_LIKELY("new_position_likely", "likely opening"),
  CLOSING_LIKELY("closing_likely", "likely closing"),
  ZERO_DTE_GAMMA_PUNCH("zero_dte_gamma_punch", "large, expiring today, at the money"),
  FAR_DATED_CONVICTION("far_dated_conviction", "large, two months out or more"),
  STRADDLE_STRANGLE("straddle_strangle", "volatility bought or sold"),
  VERTICAL_SPREAD("vertical_spread", "debit or credit spread"),
  ROLL("roll", "position moved in strike or time"),
  LADDER_ACCUMULATION("ladder_accumulation", "several strikes, one side"),
  NO_FOLLOW_THROUGH("no_follow_through", "the underlying did not follow");

  private final String text;
  private final String meaning;

  Classifier(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /// The name in interfaces: `roll`.
  public String text() {
    return text;
  }

  /// One phrase for people; an inference, worded as one.
  public String meaning() {
    return meaning;
  }
}
