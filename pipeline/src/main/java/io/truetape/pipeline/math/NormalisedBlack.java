package io.truetape.pipeline.math;

/// Black's formula without units: the undiscounted price of an out-of-the-money option over
/// sqrt(forward x strike).
///
/// | symbol | meaning | range |
/// |---|---|---|
/// | `x` | -abs(ln(forward/strike)) | <= 0 |
/// | `s` | volatility x sqrt(years) | > 0 |
///
/// b(x, s) = cdf(h+t) e^(x/2) - cdf(h-t) e^(-x/2) with h = x/s, t = s/2. Written so, it loses all
/// digits in the wings; here the common exponential is taken out and the difference of Mills
/// ratios is summed as a series of positive terms when t is small. Source: P. Jäckel, "Let's Be
/// Rational" (2015); the series is ours (docs/methods/greeks.md, section 2).
final class NormalisedBlack {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double SERIES_BELOW = 0.24;

  private NormalisedBlack() {}

  /// The price over its vega, so that neither underflows before the other. Relative error a few
  /// 1e-16 where t is small, growing to about 1e-14 for t near 0.25 and h below -20.
  static double perVega(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    if (t < SERIES_BELOW) {
      return difference(h, t);
    }
    if (h + t <= 0) {
      return Normal.ratio(h + t) - Normal.ratio(h - t);
    }
    return ROOT_TWO_PI / Normal.expOfMinusHalf(h + t) - Normal.ratio(-h - t) - Normal.ratio(h - t);
  }

  /// d price / d s: exp(-(h^2+t^2)/2) / sqrt(2 pi).
  static double vega(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    return Normal.expOfMinusHalf(h) * Normal.expOfMinusHalf(t) / ROOT_TWO_PI;
  }

  static double price(double x, double s) {
    return vega(x, s) * perVega(x, s);
  }

  /// What is missing to the largest price e^(x/2), over vega: for high total volatility.
  static double complementPerVega(double x, double s) {
    double h = x / s;
    double t = 0.5 * s;
    double upper =
        h + t >= 0
            ? Normal.ratio(-h - t)
            : ROOT_TWO_PI / Normal.expOfMinusHalf(h + t) - Normal.ratio(h + t);
    return upper + Normal.ratio(h - t);
  }

  /// Y(h+t) - Y(h-t) as 2 sum of Y^(2k+1)(h) t^(2k+1)/(2k+1)!, every term positive.
  ///
  /// Odd derivatives follow D(n+2) = (2n+1+h^2) D(n) - n(n-1) D(n-2), from D(n+1) = h D(n) + n D(n-1).
  private static double difference(double h, double t) {
    double square = h * h;
    double d1 = Normal.slope(h);
    double below = d1;
    double here = Math.fma(d1, square + 3, -1);
    double t2 = t * t;
    double power = t2 / 6;
    double sum = Math.fma(here, power, d1);
    for (int n = 3; n <= 15; n += 2) {
      double next = (2 * n + 1 + square) * here - n * (n - 1.0) * below;
      below = here;
      here = next;
      power *= t2 / ((n + 1) * (n + 2));
      double term = here * power;
      sum += term;
      if (Math.abs(term) < 1e-17 * sum) {
        break;
      }
    }
    return 2 * t * sum;
  }
}
