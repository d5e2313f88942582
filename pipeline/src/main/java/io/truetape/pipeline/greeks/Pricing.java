package io.truetape.pipeline.greeks;

import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.pipeline.math.AmericanPricer;
import io.truetape.pipeline.math.Black76;
import io.truetape.pipeline.math.ImpliedVol;
import io.truetape.pipeline.math.Normal;

/// From a mid and a spot to volatility and greeks of one contract. Source: docs/methods/greeks.md.
final class Pricing {
  static final double YEAR_NANOS = 365 * 86_400e9;
  private static final int PREMIUM_STEPS = 4;
  private static final double FIRST_VOL = 0.3;

  private final AmericanPricer pricer = new AmericanPricer();
  private final Dividends dividends;
  private final Curve curve;

  /// Boundaries that may still be solved before the next watermark.
  int anchorsLeft;

  Pricing(Dividends dividends, Curve curve) {
    this.dividends = dividends;
    this.curve = curve;
  }

  /// Prices `mark` at `now` on twice the mid `doubleMid`; `parity` is the parity forward or 0. True
  /// when the mark has news (greeks, or a reason why not); false when its turn has to wait.
  boolean price(
      Mark mark, long now, long doubleMid, double spot, double parity, GreeksRules rules) {
    double years = (mark.settleNanos - now) / YEAR_NANOS;
    double rate = curve.rate(years, rules.defaultRate());
    double grow = StrictMath.exp(rate * years);
    double carried =
        mark.isEuropean
            ? parity
            : (spot - dividends.presentValue(now, mark.settleNanos, rate)) * grow;
    double forward = mark.isEuropean && parity <= 0 ? spot * grow : carried;
    if (!(forward > 0)) {
      mark.fail(GreeksAbsence.NO_SPOT, now);
      return true;
    }
    double mid = doubleMid / 2e6;
    boolean early = !mark.isEuropean && mayBeEarly(mark, spot, forward, rate, years, rules);
    if (early
        && !mark.anchor.isValid(now, spot)
        && !anchor(mark, now, spot, forward, rate, years, mid)) {
      return false;
    }
    double premium = 0;
    double total = inverse(mark, mid, forward, grow);
    if (early) {
      for (int i = 0; i < PREMIUM_STEPS && total > 0; i++) {
        premium = mark.anchor.premium(spot, total / Math.sqrt(years));
        double next = inverse(mark, mid - premium, forward, grow);
        boolean settled = Math.abs(next - total) <= 1e-4 * total;
        total = next;
        if (settled) {
          break;
        }
      }
      if (mid <= exercise(mark, spot)) {
        total = ImpliedVol.BELOW_INTRINSIC;
      }
    }
    mark.doubleMid = doubleMid;
    mark.spot = spot;
    if (!(total > 0)) {
      mark.fail(
          total == ImpliedVol.ABOVE_MAXIMUM
              ? GreeksAbsence.ABOVE_MAXIMUM
              : GreeksAbsence.BELOW_INTRINSIC,
          now);
      return true;
    }
    fill(
        mark,
        now,
        total / Math.sqrt(years),
        spot,
        forward,
        rate,
        years,
        early ? premium : 0,
        early);
    mark.parityForward = mark.isEuropean && parity > 0;
    return true;
  }

  /// The same volatility at another spot and time: for a quote too old to say anything new.
  void move(Mark mark, long now, double spot) {
    double years = (mark.settleNanos - now) / YEAR_NANOS;
    double forward = mark.forward * spot / mark.spot;
    boolean early = mark.earlyPremium > 0 && mark.anchor.isValid(now, spot);
    double vol = mark.greeks.iv();
    double premium = early ? mark.anchor.premium(spot, vol) : 0;
    mark.spot = spot;
    fill(mark, now, vol, spot, forward, mark.rate, years, premium, early);
  }

  private void fill(
      Mark mark,
      long now,
      double vol,
      double spot,
      double forward,
      double rate,
      double years,
      double premium,
      boolean early) {
    boolean call = mark.terms.isCall();
    Greeks g = Black76.greeks(spot, forward, mark.strike, rate, vol, years, call);
    if (early) {
      Anchor a = mark.anchor;
      double delta = g.delta() + a.delta(spot, vol);
      double gamma = Math.max(0, g.gamma() + a.gamma());
      double discount = StrictMath.exp(-rate * years);
      double european = Black76.price(forward, mark.strike, discount, vol * Math.sqrt(years), call);
      double carry = StrictMath.log(forward / spot) / years;
      double theta =
          rate * (european + premium)
              - carry * spot * delta
              - 0.5 * vol * vol * spot * spot * gamma;
      g =
          new Greeks(
              vol,
              Math.clamp(delta, call ? 0 : -1, call ? 1 : 0),
              gamma,
              theta,
              Math.max(0, g.vega() + a.vega(spot)),
              g.rho(),
              g.vanna() + a.vanna(),
              g.charm());
    }
    mark.greeks = g;
    mark.absence = GreeksAbsence.NONE;
    mark.pricedNanos = now;
    mark.forward = forward;
    mark.years = years;
    mark.rate = rate;
    mark.earlyPremium = premium;
  }

  /// Whether early exercise could be worth something: at most the interest on the strike (for a
  /// call the dividends) times the chance to end in the money.
  private static boolean mayBeEarly(
      Mark mark, double spot, double forward, double rate, double years, GreeksRules rules) {
    boolean call = mark.terms.isCall();
    double yield = rate * years - StrictMath.log(forward / spot);
    double gain = call ? spot * yield : mark.strike * rate * years;
    if (gain < rules.earlyExerciseDollars()) {
      return false;
    }
    double vol = mark.greeks.isPresent() ? mark.greeks.iv() : FIRST_VOL;
    double total = vol * Math.sqrt(years);
    double d = StrictMath.log(forward / mark.strike) / total + (call ? 0.5 : -0.5) * total;
    return gain * Normal.cdf(call ? d : -d) >= rules.earlyExerciseDollars();
  }

  /// Solves the boundary where the mark is now, if it may: first at the last known or European
  /// volatility, once more when that was far off.
  private boolean anchor(
      Mark mark, long now, double spot, double forward, double rate, double years, double mid) {
    if (anchorsLeft <= 0) {
      return false;
    }
    anchorsLeft--;
    double root = Math.sqrt(years);
    double yield = rate - StrictMath.log(forward / spot) / years;
    double grow = StrictMath.exp(rate * years);
    double total =
        mark.greeks.isPresent() ? mark.greeks.iv() * root : inverse(mark, mid, forward, grow);
    double vol = total > 0 ? total / root : FIRST_VOL;
    for (int i = 0; i < 2; i++) {
      mark.anchor.solve(pricer, mark, now, spot, rate, yield, vol, years);
      double next = inverse(mark, mid - mark.anchor.premium(spot, vol), forward, grow) / root;
      if (!(next > 0) || mark.anchor.isNear(next)) {
        break;
      }
      vol = next;
    }
    return true;
  }

  private static double inverse(Mark mark, double mid, double forward, double grow) {
    return ImpliedVol.total(mid * grow, forward, mark.strike, mark.terms.isCall());
  }

  private static double exercise(Mark mark, double spot) {
    return mark.terms.isCall() ? spot - mark.strike : mark.strike - spot;
  }
}
