package io.truetape.model.event.derived.strikes;

import java.util.List;

/// One strike of a board, since the session began. Calls and puts of all roots together.
///
/// | component | meaning |
/// |---|---|
/// | `callVolume`, `putVolume` | contracts |
/// | `callPremiumMicros`, `putPremiumMicros` | premium paid, whoever paid it |
/// | `signedPremiumMicros` | bought minus sold, calls minus puts, unknown sides left out |
/// | `weightedPremiumMicros` | the same with each print weighted by 2 pBuy - 1 |
/// | `signedDelta`, `weightedDelta` | shares of delta bought, by side and weighted |
/// | `weightedGamma` | gamma bought, weighted: shares per dollar of the underlying |
/// | `deltaVolume` | contracts that had a delta; 0 means the three before it are unknown |
/// | `callLastMicros`, `putLastMicros` | price of the latest print; 0 when there was none |
/// | `callIv`, `putIv` | volatility the contract was last priced at, 0.25 = 25 %; -1 when it has none |
/// | `callOi`, `putOi` | open interest, contracts; -1 when unknown |
/// | `rates` | one per bar length |
public record StrikeRow(
    long strikeMicros,
    long callVolume,
    long putVolume,
    long callPremiumMicros,
    long putPremiumMicros,
    long signedPremiumMicros,
    long weightedPremiumMicros,
    double signedDelta,
    double weightedDelta,
    double weightedGamma,
    long deltaVolume,
    long callLastMicros,
    long putLastMicros,
    double callIv,
    double putIv,
    long callOi,
    long putOi,
    List<FlowRate> rates) {
  public StrikeRow {
    rates = List.copyOf(rates);
  }

  /// Put volume over call volume; -1 when no call traded.
  public double putCallRatio() {
    return callVolume == 0 ? -1 : (double) putVolume / callVolume;
  }
}
