package io.truetape.pipeline.math;

/// The exponential to about seven digits, several times faster than the exact one.
///
/// For sums over thousands of contracts in which the eighth digit means nothing, never for a price. Only
/// additions, multiplications and shifts: the same bits on every machine. Relative error at most
/// 2e-7 for arguments in [-700, 700]; 0 below, as if at 700 above.
public final class QuickExp {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;

  private QuickExp() {}

  public static double of(double x) {
    if (x < -700) {
      return 0;
    }
    double k = Math.rint(Math.min(x, 700) * LOG2_E);
    double r = Math.min(x, 700) - k * LN_2;
    double r2 = r * r;
    double low = 1 + r + r2 * (0.5 + r * (1.0 / 6));
    double high = 1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040));
    return (low + r2 * r2 * high) * Double.longBitsToDouble((1023L + (long) k) << 52);
  }
}
