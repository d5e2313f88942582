package io.truetape.model.market;

/// Where a print stood against the NBBO as of its own exchange time, or why that has no answer.
///
/// Exact integer comparison. Source: docs/methods/side.md.
public enum QuoteLocation {
  ABOVE_ASK("AA"),
  ASK("A"),
  ABOVE_MID("MID"),
  MID("MID"),
  BELOW_MID("MID"),
  BID("B"),
  BELOW_BID("BB"),
  NO_QUOTE("MISSING"),
  STALE("STALE"),
  CROSSED("MISSING"),
  LOCKED("MISSING"),
  ONE_SIDED("MISSING");

  private final String display;

  QuoteLocation(String display) {
    this.display = display;
  }

  /// The seven-way label people know: AA, A, MID, B, BB, MISSING, STALE.
  public String display() {
    return display;
  }

  /// True when the location says something about the print's price.
  public boolean isKnown() {
    return ordinal() <= BELOW_BID.ordinal();
  }
}
