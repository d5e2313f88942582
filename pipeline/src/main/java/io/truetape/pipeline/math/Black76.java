package io.truetape.pipeline.math;

import io.truetape.model.market.Greeks;

/// European prices and greeks on a forward.
///
/// | argument | meaning |
/// |---|---|
/// | `spot`, `forward`, `strike` | same unit, > 0 |
/// | `rate` | continuous, per year |
/// | `vol`, `years` | annualised, ACT/365; both > 0 |
///
/// The dividend yield is what the forward says: q = rate - ln(forward/spot)/years. Source: F. Black,
/// "The pricing of commodity contracts" (1976); signs of docs/methods/greeks.md section 4.
public final class Black76 {
  private Black76() {}

  /// The discounted price.
  public static double price(
      double forward, double strike, double discount, double total, boolean isCall) {
    double x = -Math.abs(StrictMath.log(forward / strike));
    double intrinsic = Math.max(0, isCall ? forward - strike : strike - forward);
    if (x / total < -38) {
      return discount * intrinsic;
    }
    double outside = Math.sqrt(forward * strike) * NormalisedBlack.price(x, total);
    return discount * (intrinsic + outside);
  }

  /// Everything at once.
  public static Greeks greeks(
      double spot,
      double forward,
      double strike,
      double rate,
      double vol,
      double years,
      boolean isCall) {
    double root = Math.sqrt(years);
    double total = vol * root;
    double logMoney = StrictMath.log(forward / strike);
    double d1 = logMoney / total + 0.5 * total;
    double d2 = d1 - total;
    double discount = StrictMath.exp(-rate * years);
    double carried = discount * forward / spot;
    double yield = rate - StrictMath.log(forward / spot) / years;
    int sign = isCall ? 1 : -1;
    double density = Normal.pdf(d1);
    double hit = Normal.cdf(sign * d1);
    double paid = strike * discount * Normal.cdf(sign * d2);
    double delta = sign * carried * hit;
    double vega = spot * carried * density * root;
    return new Greeks(
        vol,
        delta,
        carried * density / (spot * total),
        -vega * vol / (2 * years) - sign * rate * paid + yield * spot * delta,
        vega,
        sign * years * paid,
        -carried * density * d2 / vol,
        yield * delta
            - carried * density * (2 * (rate - yield) * years - d2 * total) / (2 * years * total));
  }
}
