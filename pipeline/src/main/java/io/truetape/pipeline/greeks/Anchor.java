package io.truetape.pipeline.greeks;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.math.AmericanPricer;

/// What early exercise was worth at one spot and volatility, and how that changes nearby.
///
/// Solving the boundary for each re-pricing would cost a hundred times the rest; the premium is
/// smooth, so between solutions it is moved by its own derivatives. Valid within 0.5 % of the spot,
/// 10 % of the volatility and ten minutes.
final class Anchor {
  private static final double SPOT_SHARE = 0.005;
  private static final double VOL_SHARE = 0.1;
  private static final long AGE_NANOS = 600_000_000_000L;
  private static final double BUMP = 0.02;

  private long tsNanos;
  private double spot;
  private double vol;
  private double premium;
  private double byVol;
  private double byVolAndSpot;
  private double bySpot;
  private double curve;

  boolean isValid(long now, double atSpot) {
    return vol > 0 && now - tsNanos <= AGE_NANOS && Math.abs(atSpot - spot) <= SPOT_SHARE * spot;
  }

  boolean isNear(double atVol) {
    return Math.abs(atVol - vol) <= VOL_SHARE * vol;
  }

  /// Two solutions: at the volatility and 2 % above it.
  void solve(
      AmericanPricer pricer,
      Mark mark,
      long now,
      double s,
      double r,
      double q,
      double v,
      double t) {
    boolean call = mark.terms.isCall();
    pricer.price(s, mark.strike, r, q, v * (1 + BUMP), t, call);
    double upPremium = pricer.lastPremium();
    double upSlope = pricer.lastPremiumDelta();
    pricer.price(s, mark.strike, r, q, v, t, call);
    tsNanos = now;
    spot = s;
    vol = v;
    premium = pricer.lastPremium();
    bySpot = pricer.lastPremiumDelta();
    curve = pricer.lastPremiumGamma();
    byVol = (upPremium - premium) / (BUMP * v);
    byVolAndSpot = (upSlope - bySpot) / (BUMP * v);
  }

  double premium(double s, double v) {
    double ds = s - spot;
    double dv = v - vol;
    return Math.max(0, premium + ds * (bySpot + 0.5 * curve * ds + byVolAndSpot * dv) + byVol * dv);
  }

  double delta(double s, double v) {
    return bySpot + curve * (s - spot) + byVolAndSpot * (v - vol);
  }

  double gamma() {
    return curve;
  }

  double vega(double s) {
    return byVol + byVolAndSpot * (s - spot);
  }

  double vanna() {
    return byVolAndSpot;
  }

  void save(StateWriter out) {
    out.putLong(tsNanos);
    out.putDouble(spot);
    out.putDouble(vol);
    out.putDouble(premium);
    out.putDouble(byVol);
    out.putDouble(byVolAndSpot);
    out.putDouble(bySpot);
    out.putDouble(curve);
  }

  void load(StateReader in) {
    tsNanos = in.getLong();
    spot = in.getDouble();
    vol = in.getDouble();
    premium = in.getDouble();
    byVol = in.getDouble();
    byVolAndSpot = in.getDouble();
    bySpot = in.getDouble();
    curve = in.getDouble();
  }
}
