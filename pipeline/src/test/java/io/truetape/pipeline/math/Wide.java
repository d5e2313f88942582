package io.truetape.pipeline.math;

/// Numbers of about 31 digits as the unevaluated sum of two doubles: the oracle of the fast code.
///
/// Error-free sums and products after T. J. Dekker, "A floating-point technique for extending the
/// available precision" (1971). The normalised Black price here shares no formula with the fast one
/// but the definition: Mills' ratio by its power series or continued fraction.
record Wide(double high, double low) {
  static final Wide ONE = of(1);
  private static final Wide LN_TWO = new Wide(0.6931471805599453, 2.3190468138462996e-17);
  private static final Wide ROOT_HALF_PI = new Wide(1.2533141373155003, -9.164289990229583e-17);
  private static final Wide ROOT_TWO_PI = new Wide(2.5066282746310007, -1.8328579980459167e-16);

  static Wide of(double value) {
    return new Wide(value, 0);
  }

  Wide plus(Wide o) {
    double s = high + o.high;
    double v = s - high;
    double e = (high - (s - v)) + (o.high - v);
    return sum(s, e + low + o.low);
  }

  Wide minus(Wide o) {
    return plus(new Wide(-o.high, -o.low));
  }

  Wide times(Wide o) {
    double p = high * o.high;
    double e = Math.fma(high, o.high, -p);
    return sum(p, e + high * o.low + low * o.high);
  }

  Wide over(Wide o) {
    double q = high / o.high;
    Wide rest = minus(o.times(of(q)));
    double q2 = rest.high / o.high;
    rest = rest.minus(o.times(of(q2)));
    return of(q).plus(of(q2)).plus(of(rest.high / o.high));
  }

  private static Wide sum(double a, double b) {
    double s = a + b;
    return new Wide(s, b - (s - a));
  }

  static Wide exp(Wide x) {
    int halvings = (int) Math.rint(x.high / LN_TWO.high);
    Wide r = x.minus(LN_TWO.times(of(halvings))).times(of(1.0 / 256));
    Wide term = ONE;
    Wide sum = ONE;
    for (int i = 1; i < 14; i++) {
      term = term.times(r).over(of(i));
      sum = sum.plus(term);
    }
    for (int i = 0; i < 8; i++) {
      sum = sum.times(sum);
    }
    int half = halvings / 2;
    double first = Math.scalb(1.0, half);
    double second = Math.scalb(1.0, halvings - half);
    return new Wide(sum.high * first * second, sum.low * first * second);
  }

  /// Mills' ratio cdf(z)/pdf(z).
  static Wide ratio(Wide z) {
    if (z.high > 4) {
      Wide grown = exp(z.times(z).times(of(0.5)));
      return ROOT_TWO_PI.times(grown).minus(ratio(new Wide(-z.high, -z.low)));
    }
    if (z.high >= -4) {
      Wide square = z.times(z);
      Wide term = z;
      Wide sum = z;
      for (int k = 1; k < 90 && Math.abs(term.high) > 1e-36 * Math.abs(sum.high); k++) {
        term = term.times(square).over(of(2 * k + 1));
        sum = sum.plus(term);
      }
      return ROOT_HALF_PI.times(exp(square.times(of(0.5)))).plus(sum);
    }
    Wide t = new Wide(-z.high, -z.low);
    Wide fraction = t;
    for (int k = 100; k >= 1; k--) {
      fraction = t.plus(of(k).over(fraction));
    }
    return ONE.over(fraction);
  }

  /// Price and vega of the normalised Black formula.
  static Wide[] black(double x, Wide s) {
    Wide h = of(x).over(s);
    Wide t = s.times(of(0.5));
    Wide exponent = h.times(h).plus(t.times(t)).times(of(-0.5));
    Wide vega = exp(exponent).over(ROOT_TWO_PI);
    Wide difference = ratio(h.plus(t)).minus(ratio(h.minus(t)));
    return new Wide[] {vega.times(difference), vega};
  }
}
