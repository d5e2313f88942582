package io.truetape.pipeline.math;

/// The early exercise boundary of an American put on a strike of 1, and the premium it is worth.
///
/// Spectral collocation: ln(B/X)^2 is a polynomial in the root of time through Chebyshev nodes, the
/// boundary equation is iterated there, and integrals are Gauss-Legendre sums after a change of
/// variable that removes their root singularity. What does not depend on the option (interpolation
/// weights) is computed once. Source: L. Andersen, M. Lake, D. Offengenden, "High-performance
/// American option pricing", Journal of Computational Finance 20 (2016); start of the iteration from
/// P. Bjerksund and G. Stensland, "Closed-form approximation of American options" (1993).
///
/// Holds scratch space: one owner, one thread. A solution is for `rate` > 0.
final class ExerciseBoundary {
  private static final double CLOSE_RATES = 0.001;

  private final int nodes;
  private final int iterations;
  private final double[] time;
  private final double[] inner;
  private final double[] innerWeight;
  private final double[][] innerBasis;
  private final double[] outer;
  private final double[] outerWeight;
  private final double[][] outerBasis;
  private final double[] height;
  private final double[] next;
  private final double[] growR;
  private final double[] growQ;
  private final double[] outerLog;

  private double rate;
  private double yield;
  private double vol;
  private double years;
  private double logCap;

  /// The premium and its first two derivatives by spot, after [#premium].
  double value;

  double first;
  double second;

  ExerciseBoundary(int nodes, int innerPoints, int outerPoints, int iterations) {
    this.nodes = nodes;
    this.iterations = iterations;
    Quadrature in = Quadrature.legendre(innerPoints);
    Quadrature out = Quadrature.legendre(outerPoints);
    this.inner = in.nodes;
    this.innerWeight = in.weights;
    this.outer = out.nodes;
    this.outerWeight = out.weights;
    this.time = new double[nodes];
    this.height = new double[nodes];
    this.next = new double[nodes];
    this.innerBasis = new double[nodes * innerPoints][];
    this.growR = new double[nodes * innerPoints];
    this.growQ = new double[nodes * innerPoints];
    for (int i = 0; i < nodes; i++) {
      double z = StrictMath.cos(Math.PI * i / nodes);
      time[i] = 0.25 * (1 + z) * (1 + z);
      for (int k = 0; k < innerPoints; k++) {
        double w = 0.5 * (1 + inner[k]);
        innerBasis[i * innerPoints + k] = basis(time[i] * (1 - w * w));
      }
    }
    this.outerBasis = new double[outerPoints][];
    this.outerLog = new double[outerPoints];
    for (int k = 0; k < outerPoints; k++) {
      double w = 0.5 * (1 + outer[k]);
      outerBasis[k] = basis(1 - w * w);
    }
  }

  /// Weights of the nodes' heights in the height at a share `u` of the whole time.
  private double[] basis(double u) {
    double z = 2 * Math.sqrt(u) - 1;
    double[] weights = new double[nodes];
    double sum = 0;
    for (int j = 0; j <= nodes; j++) {
      double gap = z - StrictMath.cos(Math.PI * j / nodes);
      double w = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == nodes ? 0.5 : 1) / gap;
      sum += w;
      if (j < nodes) {
        weights[j] = w;
      }
    }
    for (int j = 0; j < nodes; j++) {
      weights[j] /= sum;
    }
    return weights;
  }

  /// Finds the boundary for options of up to `newYears`.
  void solve(double newRate, double newYield, double newVol, double newYears) {
    rate = newRate;
    yield = newYield;
    vol = newVol;
    years = newYears;
    logCap = newYield > newRate ? StrictMath.log(newRate / newYield) : 0;
    for (int i = 0; i < nodes; i++) {
      double log = firstGuess(time[i] * years) - logCap;
      height[i] = log * log;
    }
    for (int i = 0; i < nodes; i++) {
      for (int k = 0; k < inner.length; k++) {
        double w = 0.5 * (1 + inner[k]);
        double u = time[i] * years * (1 - w * w);
        growR[i * inner.length + k] = StrictMath.exp(rate * u);
        growQ[i * inner.length + k] = yield == 0 ? 1 : StrictMath.exp(yield * u);
      }
    }
    boolean byValue = Math.abs(rate - yield) < CLOSE_RATES || rate > 8 * vol * vol;
    for (int step = 0; step < iterations; step++) {
      for (int i = 0; i < nodes; i++) {
        double log = Math.min(0, byValue ? byValue(i) : bySlope(i));
        next[i] = log * log;
      }
      System.arraycopy(next, 0, height, 0, nodes);
    }
    for (int k = 0; k < outer.length; k++) {
      outerLog[k] = logCap - Math.sqrt(Math.max(0, dot(outerBasis[k])));
    }
  }

  /// ln of the boundary with the whole time to go.
  double logBoundary() {
    return logCap - Math.sqrt(height[0]);
  }

  /// ln boundary after Bjerksund and Stensland: flat, by put-call symmetry from the call's trigger.
  private double firstGuess(double t) {
    double v = vol * vol;
    double carry = yield - rate;
    double half = 0.5 - carry / v;
    double beta = half + Math.sqrt(half * half + 2 * yield / v);
    double most = beta / (beta - 1);
    double least = Math.max(1, yield / rate);
    double h = -(carry * t + 2 * vol * Math.sqrt(t)) * least / (most - least);
    double trigger = least + (most - least) * (1 - StrictMath.exp(Math.min(0, h)));
    return -StrictMath.log(Math.max(least, trigger));
  }

  private double dot(double[] basis) {
    double sum = 0;
    for (int j = 0; j < nodes; j++) {
      sum = Math.fma(basis[j], height[j], sum);
    }
    return sum;
  }

  /// One step of the equation that states smooth pasting; ln(B/X) at node `i`.
  private double bySlope(int i) {
    double t = time[i] * years;
    double root = Math.sqrt(t);
    double deviation = vol * root;
    double log = logCap - Math.sqrt(height[i]);
    double drift = rate - yield;
    double upper = (log + drift * t) / deviation + 0.5 * deviation;
    double top = Normal.pdf(upper - deviation) / deviation;
    double bottom = Normal.pdf(upper) / deviation + Normal.cdf(upper);
    double topSum = 0;
    double bottomSum = 0;
    for (int k = 0; k < inner.length; k++) {
      int at = i * inner.length + k;
      double w = 0.5 * (1 + inner[k]) * root;
      double there = logCap - Math.sqrt(Math.max(0, dot(innerBasis[at])));
      double spread = vol * w;
      double d = (log - there + drift * w * w) / spread + 0.5 * spread;
      topSum += innerWeight[k] * growR[at] * Normal.pdf(d - spread) / vol;
      if (yield != 0) {
        bottomSum += innerWeight[k] * growQ[at] * (Normal.pdf(d) / vol + Normal.cdf(d) * w);
      }
    }
    double numerator = top + rate * root * topSum;
    double denominator = bottom + yield * root * bottomSum;
    return StrictMath.log(numerator / denominator) - drift * t - logCap;
  }

  /// One step of the equation that states value matching, for a rate close to the yield.
  private double byValue(int i) {
    double t = time[i] * years;
    double root = Math.sqrt(t);
    double deviation = vol * root;
    double log = logCap - Math.sqrt(height[i]);
    double drift = rate - yield;
    double upper = (log + drift * t) / deviation + 0.5 * deviation;
    double topSum = 0;
    double bottomSum = 0;
    for (int k = 0; k < inner.length; k++) {
      int at = i * inner.length + k;
      double w = 0.5 * (1 + inner[k]) * root;
      double there = logCap - Math.sqrt(Math.max(0, dot(innerBasis[at])));
      double spread = vol * w;
      double d = (log - there + drift * w * w) / spread + 0.5 * spread;
      topSum += innerWeight[k] * growR[at] * Normal.cdf(d - spread) * w;
      bottomSum += innerWeight[k] * growQ[at] * Normal.cdf(d) * w;
    }
    double numerator = Normal.cdf(upper - deviation) + rate * root * topSum;
    double denominator = Normal.cdf(upper) + yield * root * bottomSum;
    return StrictMath.log(numerator / denominator) - drift * t - logCap;
  }

  /// The early exercise premium at `spot` above the boundary, into [#value], [#first], [#second].
  void premium(double spot) {
    double log = StrictMath.log(spot);
    double root = Math.sqrt(years);
    double drift = rate - yield;
    double v = 0;
    double f = 0;
    double g = 0;
    for (int k = 0; k < outer.length; k++) {
      double w = 0.5 * (1 + outer[k]) * root;
      double u = w * w;
      double spread = vol * w;
      double upper = (log - outerLog[k] + drift * u) / spread + 0.5 * spread;
      double lower = upper - spread;
      double weight = outerWeight[k] * w * root;
      double interest = weight * rate * StrictMath.exp(-rate * u);
      double density = Normal.pdf(lower);
      v += interest * Normal.cdf(-lower);
      f -= interest * density / (spot * spread);
      g += interest * density / (spot * spot * spread) * (1 + lower / spread);
      if (yield != 0) {
        double paid = weight * yield * StrictMath.exp(-yield * u);
        double other = Normal.pdf(upper);
        double miss = Normal.cdf(-upper);
        v -= paid * spot * miss;
        f -= paid * (miss - other / spread);
        g += paid * other / (spot * spread) * (1 - upper / spread);
      }
    }
    value = v;
    first = f;
    second = g;
  }
}
