package io.truetape.model.event.derived.meaning;

/// Who might act like this. A style of participation, never an identity.
public enum Profile {
  INSTITUTIONAL_DIRECTIONAL("institutional_directional", "directional_accumulation"),
  RETAIL_WHALE("retail_whale", "retail_attention_flow"),
  EVENT_DRIVEN("event_driven", "event_positioning"),
  VOL_SELLER("vol_seller", "volatility_supply"),
  ARBITRAGE("arbitrage", "structure_arbitrage"),
  HEDGE_REACTIVE("hedge_reactive", "hedge_rebalance"),
  UNCLEAR("unclear", "unclear");

  private final String text;
  private final String hypothesis;

  Profile(String text, String hypothesis) {
    this.text = text;
    this.hypothesis = hypothesis;
  }

  /// The name in interfaces and label files.
  public String text() {
    return text;
  }

  /// The hypothesis this profile stands for.
  public String hypothesis() {
    return hypothesis;
  }
}
