package io.truetape.model.market;

/// How far an expiry is, in the four buckets flow is shown by. Days are calendar days, New York.
public enum ExpiryBucket {
  ZERO_DTE("0dte", 0),
  WEEK("week", 7),
  MONTH("month", 31),
  LATER("later", Integer.MAX_VALUE);

  private final String text;
  private final int lastDte;

  ExpiryBucket(String text, int lastDte) {
    this.text = text;
    this.lastDte = lastDte;
  }

  /// The first bucket that reaches as far as `dte`.
  public static ExpiryBucket of(int dte) {
    return dte <= ZERO_DTE.lastDte
        ? ZERO_DTE
        : dte <= WEEK.lastDte ? WEEK : dte <= MONTH.lastDte ? MONTH : LATER;
  }

  public String text() {
    return text;
  }
}
