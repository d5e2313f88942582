package io.truetape.pipeline.math;

/// The standard normal distribution, accurate to a few units in the last place, tails included.
///
/// Everything rests on two ratios for arguments at or below 0, each a rational function that was
/// fitted for this class against 50-digit arithmetic (error below 3e-18 before rounding):
///
/// | ratio | definition | far left |
/// |---|---|---|
/// | [#ratio] | Y(z) = cdf(z) / pdf(z), Mills' ratio | -1/z |
/// | [#slope] | Y'(z) = 1 + z Y(z), which cancels when computed so | 1/z^2 |
///
/// The form of the fits (one in z, one in 1/z^2) follows W. J. Cody, "Rational Chebyshev
/// approximations for the error function", Mathematics of Computation 23 (1969).
public final class Normal {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double TAIL_FROM = 5;

  private Normal() {}

  /// The density. The square is split so that its rounding does not spoil the far tail.
  public static double pdf(double z) {
    return expOfMinusHalf(z) / ROOT_TWO_PI;
  }

  /// The probability of a value at or below `z`; 0 below about -38.5.
  public static double cdf(double z) {
    if (z > 0) {
      return 1 - pdf(z) * ratio(-z);
    }
    return z < -39 ? 0 : pdf(z) * ratio(z);
  }

  /// exp(-z^2/2).
  static double expOfMinusHalf(double z) {
    double square = z * z;
    double rest = Math.fma(z, z, -square);
    return StrictMath.exp(-0.5 * square) * (1 - 0.5 * rest);
  }

  /// Mills' ratio cdf(z)/pdf(z), `z` <= 0.
  static double ratio(double z) {
    double t = -z;
    if (t < TAIL_FROM) {
      double p = Math.fma(t, 6.92321675158260332e-6, 0.000192203031054812218);
      p = Math.fma(t, p, 0.00251940075181174179);
      p = Math.fma(t, p, 0.020256759015361799);
      p = Math.fma(t, p, 0.109099959527806415);
      p = Math.fma(t, p, 0.403906598214108464);
      p = Math.fma(t, p, 1.01118055117449164);
      p = Math.fma(t, p, 1.58866013524306699);
      p = Math.fma(t, p, 1.25331413731550025);
      double q = Math.fma(t, 6.92321559820557002e-6, 0.000192203108619145086);
      q = Math.fma(t, q, 0.00252632142091321857);
      q = Math.fma(t, q, 0.0204490165255830525);
      q = Math.fma(t, q, 0.11160466174879629);
      q = Math.fma(t, q, 0.42378931954545504);
      q = Math.fma(t, q, 1.1152091868375828);
      q = Math.fma(t, q, 1.95479757600173097);
      q = Math.fma(t, q, 2.06545195507630057);
      return p / Math.fma(t, q, 1);
    }
    double u = 1 / (t * t);
    double p = Math.fma(u, 6452.51985184741501, 39061.5396903681838);
    p = Math.fma(u, p, 34078.9296470112298);
    p = Math.fma(u, p, 9803.84327704087042);
    p = Math.fma(u, p, 1159.95784928375488);
    p = Math.fma(u, p, 57.9475007657114889);
    double q = Math.fma(u, 22306.7500358916587, 61550.2458281178931);
    q = Math.fma(u, q, 42068.3322347820542);
    q = Math.fma(u, q, 10857.9061247890185);
    q = Math.fma(u, q, 1215.90535004947197);
    q = Math.fma(u, q, 58.947500765711486);
    return Math.fma(u, p, 1) / (Math.fma(u, q, 1) * t);
  }

  /// The derivative of [#ratio], 1 + z Y(z) without its cancellation, `z` <= 0.
  static double slope(double z) {
    double t = -z;
    if (t < TAIL_FROM) {
      double p = Math.fma(t, 6.01270972862258188e-12, 9.7384150569570975e-6);
      p = Math.fma(t, p, 0.000254871314800526405);
      p = Math.fma(t, p, 0.00315751919993205832);
      p = Math.fma(t, p, 0.0239383691300312114);
      p = Math.fma(t, p, 0.120211367512239966);
      p = Math.fma(t, p, 0.405598775143206297);
      p = Math.fma(t, p, 0.866002849094222399);
      double q = Math.fma(t, 9.73881327699340353e-6, 0.000254858495230033587);
      q = Math.fma(t, q, 0.00318700282643036866);
      q = Math.fma(t, q, 0.0246988980466694569);
      q = Math.fma(t, q, 0.1296736007717915);
      q = Math.fma(t, q, 0.475430844902148975);
      q = Math.fma(t, q, 1.21159532897631883);
      q = Math.fma(t, q, 2.06176871566337371);
      q = Math.fma(t, q, 2.11931698640972317);
      return Math.fma(t, p, 1) / Math.fma(t, q, 1);
    }
    double u = 1 / (t * t);
    double p = Math.fma(u, 4957.95143466442793, 69004.4139219791124);
    p = Math.fma(u, p, 56747.8129933414443);
    p = Math.fma(u, p, 14442.5436726364495);
    p = Math.fma(u, p, 1495.96237138722876);
    p = Math.fma(u, p, 65.5891511870090853);
    double q = Math.fma(u, 118007.386616254241, 193327.09745589896);
    q = Math.fma(u, q, 93440.4141506206462);
    q = Math.fma(u, q, 18578.8958796321744);
    q = Math.fma(u, q, 1686.72982494831272);
    q = Math.fma(u, q, 68.5891511870090564);
    return Math.fma(u, p, 1) * u / Math.fma(u, q, 1);
  }

  /// The value with probability `p` below it, `p` in (0, 1); refuses anything else.
  ///
  /// A start of three digits from the tail's own expansion, then Halley steps on ln cdf.
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("probability " + p + " must lie between 0 and 1");
    }
    if (p > 0.5) {
      return -lowerQuantile(1 - p);
    }
    return lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double target = StrictMath.log(p);
    double w = Math.sqrt(Math.max(0, -2 * (target + 0.6931471805599453)));
    double z = -w * (1 + 0.35 * w) / (0.8 + 0.44 * w) * 0.8;
    for (int i = 0; i < 60; i++) {
      double y = ratio(z);
      double log = -0.5 * z * z - 0.9189385332046727 + StrictMath.log(y);
      double newton = (target - log) * y;
      double step = newton / (1 + 0.5 * newton * (-z - 1 / y));
      z = Math.min(0, z + step);
      if (Math.abs(step) <= 1e-9 * (1 + Math.abs(z))) {
        break;
      }
    }
    return z;
  }
}
