package io.truetape.pipeline.math;

import io.truetape.model.market.Greeks;

/// American prices, greeks and implied volatility on an asset with a continuous yield.
///
/// A price is Black's European price plus the early exercise premium of [ExerciseBoundary]; a call
/// is priced as the put with spot and strike, rate and yield exchanged. A put at a rate of 0 or
/// below, or a call at a yield of 0 or below, is never exercised early and is European here.
///
/// Discrete dividends enter through the forward: the yield is the one that leads from spot to
/// forward (docs/methods/greeks.md, section 5, with the error that makes). Prices were compared with
/// an independent reference on 10,000 random options (`AmericanReferenceTest`). One owner, one
/// thread; a solution of the boundary takes about ten microseconds.
public final class AmericanPricer {
  private static final double NO_BOUNDARY = 1e-9;
  private static final double LEAST_VOL = 1e-4;
  private static final double MOST_VOL = 20;

  private final ExerciseBoundary boundary;
  private double strike;
  private double rate;
  private double yield;
  private double vol;
  private double years;
  private boolean isCall;
  private boolean isEarly;

  /// What [#at] found: the price per share and its derivatives by spot; the premium is part of it.
  private double price;

  private double delta;
  private double gamma;
  private double premium;
  private double europeanDelta;
  private double europeanGamma;
  private boolean isExercised;

  /// The standard accuracy: 7 nodes, 9 and 21 points, 5 iterations.
  public AmericanPricer() {
    this(7, 9, 21, 5);
  }

  AmericanPricer(int nodes, int innerPoints, int outerPoints, int iterations) {
    this.boundary = new ExerciseBoundary(nodes, innerPoints, outerPoints, iterations);
  }

  /// The price of one option.
  public double price(
      double spot,
      double newStrike,
      double newRate,
      double newYield,
      double newVol,
      double newYears,
      boolean call) {
    set(newStrike, newRate, newYield, newVol, newYears, call);
    at(spot);
    return price;
  }

  /// Price and greeks: delta and gamma from the integrals, theta from the pricing equation; vega,
  /// vanna, rho and charm by central differences over new boundaries (0.5 % of the volatility,
  /// 1 basis point, 0.1 % of the time).
  public Greeks greeks(
      double spot,
      double newStrike,
      double newRate,
      double newYield,
      double newVol,
      double newYears,
      boolean call) {
    set(newStrike, newRate, newYield, newVol * 1.005, newYears, call);
    at(spot);
    double upPrice = price;
    double upDelta = delta;
    set(newStrike, newRate, newYield, newVol * 0.995, newYears, call);
    at(spot);
    double vega = (upPrice - price) / (0.01 * newVol);
    double vanna = (upDelta - delta) / (0.01 * newVol);
    set(newStrike, newRate + 1e-4, newYield, newVol, newYears, call);
    at(spot);
    double rho = price;
    set(newStrike, newRate - 1e-4, newYield, newVol, newYears, call);
    at(spot);
    rho = (rho - price) / 2e-4;
    set(newStrike, newRate, newYield, newVol, newYears * 1.001, call);
    at(spot);
    double charm = delta;
    set(newStrike, newRate, newYield, newVol, newYears * 0.999, call);
    at(spot);
    charm = (delta - charm) / (0.002 * newYears);
    set(newStrike, newRate, newYield, newVol, newYears, call);
    at(spot);
    double theta =
        isExercised
            ? 0
            : newRate * price
                - (newRate - newYield) * spot * delta
                - 0.5 * newVol * newVol * spot * spot * gamma;
    return new Greeks(newVol, delta, gamma, theta, vega, rho, vanna, charm);
  }

  /// The last price that [#price] or [#greeks] found, and how much of it is early exercise.
  public double lastPrice() {
    return price;
  }

  public double lastPremium() {
    return premium;
  }

  /// The premium's derivatives by spot: American less European.
  public double lastPremiumDelta() {
    return delta - europeanDelta;
  }

  public double lastPremiumGamma() {
    return gamma - europeanGamma;
  }

  /// The volatility at which the American price is `wanted`; [ImpliedVol#BELOW_INTRINSIC] when it is
  /// not above what exercise pays now, [ImpliedVol#ABOVE_MAXIMUM] when no volatility reaches it.
  ///
  /// Starts at the European answer, or at `guess` when that is above 0; secant steps kept inside a
  /// bracket, to 1e-7 of the price or 1e-9 of the volatility, at most 60 prices.
  public double impliedVol(
      double wanted,
      double spot,
      double newStrike,
      double newRate,
      double newYield,
      double newYears,
      boolean call,
      double guess) {
    double now = Math.max(0, call ? spot - newStrike : newStrike - spot);
    if (!(wanted > now * (1 + 1e-12))) {
      return ImpliedVol.BELOW_INTRINSIC;
    }
    if (wanted >= (call ? spot : newStrike)) {
      return ImpliedVol.ABOVE_MAXIMUM;
    }
    double low = LEAST_VOL;
    double high = MOST_VOL;
    double v =
        guess > 0 ? guess : european(wanted, spot, newStrike, newRate, newYield, newYears, call);
    v = Math.clamp(v, low, high);
    double lastV = 0;
    double lastMiss = 0;
    for (int i = 0; i < 60; i++) {
      double miss = price(spot, newStrike, newRate, newYield, v, newYears, call) - wanted;
      if (Math.abs(miss) <= 1e-7 * wanted) {
        return v;
      }
      if (miss > 0) {
        high = v;
      } else {
        low = v;
      }
      if (high - low <= 1e-9 * high) {
        break;
      }
      double slope = i == 0 ? europeanVega(spot, v) : (miss - lastMiss) / (v - lastV);
      double step = v - miss / slope;
      lastV = v;
      lastMiss = miss;
      v = slope > 0 && step > low && step < high ? step : Math.sqrt(low * high);
    }
    if (high <= LEAST_VOL * (1 + 1e-9)) {
      return ImpliedVol.BELOW_INTRINSIC;
    }
    return low >= MOST_VOL * (1 - 1e-9) ? ImpliedVol.ABOVE_MAXIMUM : v;
  }

  private static double european(
      double wanted, double spot, double k, double r, double q, double t, boolean call) {
    double forward = spot * StrictMath.exp((r - q) * t);
    double total = ImpliedVol.total(wanted * StrictMath.exp(r * t), forward, k, call);
    return total > 0 ? total / Math.sqrt(t) : 0.2;
  }

  private double europeanVega(double spot, double v) {
    double forward = spot * StrictMath.exp((rate - yield) * years);
    double total = v * Math.sqrt(years);
    double x = -Math.abs(StrictMath.log(forward / strike));
    double root = Math.sqrt(forward * strike) * Math.sqrt(years);
    return StrictMath.exp(-rate * years) * root * NormalisedBlack.vega(x, total);
  }

  private void set(double k, double r, double q, double v, double t, boolean call) {
    strike = k;
    rate = r;
    yield = q;
    vol = v;
    years = t;
    isCall = call;
    double inner = call ? q : r;
    isEarly = inner > NO_BOUNDARY;
    if (isEarly) {
      boundary.solve(inner, call ? r : q, v, t);
    }
  }

  private void at(double spot) {
    double forward = spot * StrictMath.exp((rate - yield) * years);
    double discount = StrictMath.exp(-rate * years);
    double total = vol * Math.sqrt(years);
    int sign = isCall ? 1 : -1;
    double moneyness = isCall ? strike / spot : spot / strike;
    double d1 = StrictMath.log(forward / strike) / total + 0.5 * total;
    double carried = discount * forward / spot;
    europeanDelta = sign * carried * Normal.cdf(sign * d1);
    europeanGamma = carried * Normal.pdf(d1) / (spot * total);
    premium = 0;
    isExercised = isEarly && StrictMath.log(moneyness) <= boundary.logBoundary();
    if (isExercised) {
      price = sign * (spot - strike);
      delta = sign;
      gamma = 0;
      premium = price - Black76.price(forward, strike, discount, total, isCall);
      return;
    }
    price = Black76.price(forward, strike, discount, total, isCall);
    delta = europeanDelta;
    gamma = europeanGamma;
    if (isEarly) {
      boundary.premium(moneyness);
      double scale = isCall ? spot : strike;
      premium = scale * boundary.value;
      price += premium;
      delta += isCall ? boundary.value - moneyness * boundary.first : boundary.first;
      gamma += isCall ? boundary.second * moneyness * moneyness / spot : boundary.second / strike;
    }
    price = Math.max(price, sign * (spot - strike));
  }
}
