package io.truetape.pipeline.math;

/// The volatility at which Black's formula gives a price.
///
/// Answers are total volatilities s = volatility x sqrt(years), above 0. Where no volatility gives
/// the price the answer is one of the negative constants below, never NaN and never a guess.
///
/// Householder steps of third order (four digits become sixteen) on 1/ln b in the wing, on b near
/// the money, on the logarithm of the complement above; two steps for listed options. Start: the
/// inverse of Bachelier's formula, by a rational function fitted for this class. Source: P. Jäckel,
/// "Let's Be Rational" (2015) for the objectives, docs/methods/greeks.md section 3 for the rest.
/// Relative error at most 1e-12 and typically 1e-15 for a price given exactly; near the largest
/// possible price, and for deep in-the-money prices, the price's own rounding decides.
public final class ImpliedVol {
  /// The price is at or below what exercise would pay.
  public static final double BELOW_INTRINSIC = -1;

  /// The price is at or above what any volatility could reach.
  public static final double ABOVE_MAXIMUM = -2;

  private static final double LN_ROOT_TWO_PI = 0.9189385332046727;
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final int STEPS = 40;

  private ImpliedVol() {}

  /// Total volatility of an undiscounted price of a call or put.
  public static double total(double price, double forward, double strike, boolean isCall) {
    if (price >= (isCall ? forward : strike)) {
      return ABOVE_MAXIMUM;
    }
    double intrinsic = Math.max(0, isCall ? forward - strike : strike - forward);
    double x = -Math.abs(StrictMath.log(forward / strike));
    return normalised(x, (price - intrinsic) / Math.sqrt(forward * strike));
  }

  /// Total volatility of a normalised out-of-the-money price `beta` at `x` = -abs(ln(F/K)).
  public static double normalised(double x, double beta) {
    if (!(beta > Double.MIN_NORMAL)) {
      return BELOW_INTRINSIC;
    }
    double most = StrictMath.exp(0.5 * x);
    if (!(beta < most)) {
      return ABOVE_MAXIMUM;
    }
    double s = start(x, beta);
    return beta > 0.55 * most && s > 0.7 ? high(x, most - beta, s) : low(x, beta, s);
  }

  /// Bachelier's answer, then the first correction for Black's curvature.
  private static double start(double x, double beta) {
    if (beta >= -1e3 * x) {
      return ROOT_TWO_PI * (beta - 0.5 * x);
    }
    double w = Math.sqrt(StrictMath.log1p(-x / beta));
    double p = Math.fma(w, 0.022010586628894945, 0.033559317151534866);
    p = Math.fma(w, p, 0.011900672850576388);
    p = Math.fma(w, p, 0.39827142580763186);
    p = Math.fma(w, p, 1.4551076490638844e-5);
    double q = Math.fma(w, 0.015603684315510295, 0.02268091904425424);
    q = Math.fma(w, q, 0.11712504914119552);
    q = Math.fma(w, q, 0.01668033484410592);
    double h = w * p / Math.fma(w, q, 1);
    double s = -x / h;
    double t2 = 0.25 * s * s;
    double lack = t2 * (0.5 - 1 / (3 + h * h));
    return s * (1 + Math.min(1, lack / (1 + h * (1.2533141373155003 + h))));
  }

  private static double low(double x, double beta, double from) {
    double target = StrictMath.log(beta);
    double s = from;
    for (int i = 0; i < STEPS; i++) {
      double h = x / s;
      double t = 0.5 * s;
      double perVega = NormalisedBlack.perVega(x, s);
      double log = StrictMath.log(perVega) - 0.5 * (h * h + t * t) - LN_ROOT_TWO_PI;
      double bend = (h * h - t * t) / s;
      double twist = bend * bend - 3 * (h / s) * (h / s) - 0.25;
      double step;
      if (h < -1.2) {
        double g = 1 / perVega;
        double a = 1 / log;
        step =
            householder(
                (target - log) * log / target * perVega,
                bend - g * (1 + 2 * a),
                twist - 3 * bend * g * (1 + 2 * a) + g * g * (2 + 6 * a * (1 + a)));
      } else {
        step = householder(perVega * StrictMath.expm1(target - log), bend, twist);
      }
      double next = Math.clamp(s + step, 0.25 * s, 4 * s);
      if (Math.abs(next - s) <= 1e-5 * s) {
        return next;
      }
      s = next;
    }
    return s;
  }

  private static double high(double x, double complement, double from) {
    double target = StrictMath.log(complement);
    double s = from;
    for (int i = 0; i < STEPS; i++) {
      double h = x / s;
      double t = 0.5 * s;
      double perVega = NormalisedBlack.complementPerVega(x, s);
      double log = StrictMath.log(perVega) - 0.5 * (h * h + t * t) - LN_ROOT_TWO_PI;
      double bend = (h * h - t * t) / s;
      double twist = bend * bend - 3 * (h / s) * (h / s) - 0.25;
      double g = -1 / perVega;
      double step =
          householder((log - target) * perVega, bend - g, twist - 3 * bend * g + 2 * g * g);
      double next = Math.clamp(s + step, 0.25 * s, 4 * s);
      if (Math.abs(next - s) <= 1e-5 * s) {
        return next;
      }
      s = next;
    }
    return s;
  }

  /// The step of order four from Newton's step and the second and third derivative over the first.
  private static double householder(double newton, double second, double third) {
    double step =
        newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
    return step * newton > 0 ? step : newton;
  }
}
