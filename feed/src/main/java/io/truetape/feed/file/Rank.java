package io.truetape.feed.file;

/// Order of events of different files at the same nanosecond: what explains a print comes first.
public final class Rank {
  /// Definitions, open interest, chain rows.
  public static final int REFERENCE = 0;

  /// Stock and index quotes, prints and values.
  public static final int UNDERLYING = 1;

  public static final int QUOTES = 2;
  public static final int PRINTS = 3;

  private Rank() {}
}
