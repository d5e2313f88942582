package io.truetape.feed.synthetic.scenario;

/// How the unit is executed: over how long, where, under which codes.
///
/// `codes` are the sale conditions a run chooses one from; `spanNanos` is the time from its first
/// to its last fill.
enum Style {
  /// Intermarket sweep: many exchanges within milliseconds.
  SWEEP("S", 40_000_000L),
  /// One exchange, several fills.
  SPLIT("I", 450_000_000L),
  /// Auction fills: price improvement for one order.
  AUCTION("ab", 250_000_000L),
  /// One large print, crossed or on a floor.
  BLOCK("ce", 0L),
  /// Patient: over tens of seconds, on any exchange.
  DRIP("I", 25_000_000_000L),
  /// A package with multi-leg codes.
  PACKAGE("fghijlm", 3_000_000L),
  /// A package of which one part is stock.
  TIED("knopqrs", 3_000_000L);

  private final String codes;
  private final long spanNanos;

  Style(String codes, long spanNanos) {
    this.codes = codes;
    this.spanNanos = spanNanos;
  }

  String codes() {
    return codes;
  }

  long spanNanos() {
    return spanNanos;
  }
}
