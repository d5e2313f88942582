package io.truetape.replay.score;

/// A share with its Wilson score interval at 95 %. Source: E. B. Wilson, JASA 22 (1927).
public record Wilson(long hits, long of, double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  /// `share` is 0 and the interval is [0, 1] when there were no trials.
  public static Wilson of(long hits, long of) {
    if (of == 0) {
      return new Wilson(0, 0, 0, 0, 1);
    }
    double p = (double) hits / of;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * of)) / (1 + z2 / of);
    double half = Z * StrictMath.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
    return new Wilson(hits, of, p, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
