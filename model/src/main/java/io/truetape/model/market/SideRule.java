package io.truetape.model.market;

/// The rule that decided a side, first one of the cascade that could; or why none may speak.
///
/// Source: docs/methods/side.md (Grauer, Schuster, Uhrig-Homburg order).
public enum SideRule {
  TRADE_SIZE("size", "the print had exactly the size standing on one side of the NBBO"),
  QUOTE("quote", "the price was nearer one side of the NBBO"),
  DEPTH("depth", "at the mid; the thinner side of the NBBO was taken"),
  TICK("tick", "no usable quote; the price moved against the last different price"),
  NONE_MULTI_LEG("leg", "a leg has no direction of its own"),
  NONE_STOCK_TIED("tied", "tied to a stock trade; delta-hedged by construction"),
  NONE_EXCLUDED("excluded", "this sale condition carries no direction"),
  NONE_NO_QUOTE("no-quote", "no quote as of the print"),
  NONE_STALE("stale", "the last quote was too old"),
  NONE_CROSSED("crossed", "bid above ask"),
  NONE_LOCKED("locked", "bid equals ask and sizes do not decide"),
  NONE_ONE_SIDED("one-sided", "one side of the quote was missing"),
  NONE_UNDECIDED("undecided", "no rule of the cascade could tell"),
  NONE_INDEX_MID("index-mid", "index options at the mid are not signed");

  private final String text;
  private final String meaning;

  SideRule(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /// Short stable id for interfaces and rule tables.
  public String text() {
    return text;
  }

  /// One sentence for people.
  public String meaning() {
    return meaning;
  }

  public boolean decided() {
    return ordinal() <= TICK.ordinal();
  }
}
