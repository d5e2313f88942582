package io.truetape.pipeline.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.market.Greeks;
import org.junit.jupiter.api.Test;

/// Each greek against differences of the price, with spot, rate and yield as the free variables.
class Black76Test {
  private static final double RATE = 0.04;
  private static final double YIELD = 0.013;

  @Test
  void everyGreekIsTheDerivativeItSays() {
    for (boolean call : new boolean[] {true, false}) {
      for (double strike : new double[] {70, 95, 100, 108, 140}) {
        for (double years : new double[] {0.003, 0.1, 1.5}) {
          check(100, strike, 0.27, years, call);
        }
      }
    }
  }

  @Test
  void aKnownPriceIsReached() {
    double forward = 100 * StrictMath.exp(0.05);
    double call = Black76.price(forward, 100, StrictMath.exp(-0.05), 0.2, true);
    assertThat(call).isCloseTo(10.450583572185565, offset(1e-12));
  }

  private static void check(double s, double k, double v, double t, boolean call) {
    Greeks g = greeks(s, k, RATE, v, t, call);
    double ds = 1e-3 * s * v * Math.sqrt(t);
    double dv = 1e-4 * v;
    double dt = 1e-4 * t;
    close(
        g.delta(),
        slope(price(s + ds, k, RATE, v, t, call), price(s - ds, k, RATE, v, t, call), ds));
    close(
        g.gamma(),
        slope(
            greeks(s + ds, k, RATE, v, t, call).delta(),
            greeks(s - ds, k, RATE, v, t, call).delta(),
            ds));
    close(
        g.vega(),
        slope(price(s, k, RATE, v + dv, t, call), price(s, k, RATE, v - dv, t, call), dv));
    close(
        g.theta(),
        slope(price(s, k, RATE, v, t - dt, call), price(s, k, RATE, v, t + dt, call), dt));
    close(
        g.rho(),
        slope(price(s, k, RATE + 1e-5, v, t, call), price(s, k, RATE - 1e-5, v, t, call), 1e-5));
    close(
        g.vanna(),
        slope(
            greeks(s, k, RATE, v + dv, t, call).delta(),
            greeks(s, k, RATE, v - dv, t, call).delta(),
            dv));
    close(
        g.charm(),
        slope(
            greeks(s, k, RATE, v, t - dt, call).delta(),
            greeks(s, k, RATE, v, t + dt, call).delta(),
            dt));
  }

  private static void close(double greek, double difference) {
    assertThat(greek).isCloseTo(difference, offset(2e-5 * Math.abs(greek) + 1e-5));
  }

  private static double slope(double up, double down, double step) {
    return (up - down) / (2 * step);
  }

  private static Greeks greeks(double s, double k, double r, double v, double t, boolean call) {
    return Black76.greeks(s, s * StrictMath.exp((r - YIELD) * t), k, r, v, t, call);
  }

  private static double price(double s, double k, double r, double v, double t, boolean call) {
    double forward = s * StrictMath.exp((r - YIELD) * t);
    return Black76.price(forward, k, StrictMath.exp(-r * t), v * Math.sqrt(t), call);
  }
}
