package io.truetape.model.event.derived.dark;

/// What off-exchange prints may add up to. Inferred, never reported.
public enum DarkKind {
  /// A large print at the midpoint after which the price stayed where it was.
  ABSORBED_BLOCK("absorbed_block"),
  /// Several sizable prints at or above the ask within a minute.
  STEALTH_ACCUMULATION("stealth_accumulation"),
  /// The mirror: at or below the bid.
  DISTRIBUTION("distribution"),
  /// A new print inside a price zone that has drawn volume in several windows.
  HIDDEN_LIQUIDITY_ZONE("hidden_liquidity_zone");

  private final String text;

  DarkKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
