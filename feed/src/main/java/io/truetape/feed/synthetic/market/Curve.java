package io.truetape.feed.synthetic.market;

/// Trading intensity through the day: 1 on average over the regular session, a U in between.
///
/// `x` runs from 0 at the open to 1 at the close; after the close, when only index options and
/// broad funds trade, it is 0.3.
public final class Curve {
  private static final double FLOOR = 0.62;
  private static final double OPEN = 1.5;
  private static final double CLOSE = 1.1;

  private Curve() {}

  public static double at(double x) {
    if (x < 0 || x >= 1) {
      return 0.3;
    }
    return shape(x) / MEAN;
  }

  /// The integral of `shape` over the session: the powers below integrate to 1/7 and 1/9.
  private static final double MEAN = FLOOR + OPEN / 7 + CLOSE / 9;

  private static double shape(double x) {
    double fromClose = 1 - x;
    double toOpen = fromClose * fromClose * fromClose;
    double toClose = x * x * x * x;
    return FLOOR + OPEN * toOpen * toOpen + CLOSE * toClose * toClose;
  }
}
