package io.truetape.pipeline.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.market.Greeks;
import java.util.List;
import org.junit.jupiter.api.Test;

/// American prices against QuantLib's high-precision engine on 10,000 random options of a stock at
/// 100: rates to 10 %, yields to 10 %, volatility 5 % to 120 %, one day to three years.
class AmericanReferenceTest {
  private static final double CENT = 0.01;
  private final AmericanPricer pricer = new AmericanPricer();
  private final List<double[]> rows = Csv.rows("american.csv");

  @Test
  void everyPriceIsWithinHalfACentOfTheReference() {
    double worst = 0;
    for (double[] r : rows) {
      worst = Math.max(worst, Math.abs(price(r) - r[7]));
    }
    assertThat(rows).hasSize(10_000);
    assertThat(worst).as("worst of 10,000, dollars").isLessThan(CENT / 2);
  }

  @Test
  void deltaIsTheReferencesToTwoThousandths() {
    for (double[] r : rows.subList(0, 2_000)) {
      Greeks g = pricer.greeks(r[1], r[2], r[3], r[4], r[5], r[6] / 365, r[0] == 1);
      assertThat(g.delta()).as("%s of %s", r[0], r[2]).isCloseTo(r[8], offset(4e-3));
    }
  }

  @Test
  void anAmericanPriceGivesItsVolatilityBack() {
    for (double[] r : rows.subList(0, 1_000)) {
      double years = r[6] / 365;
      double price = price(r);
      double vega = pricer.greeks(r[1], r[2], r[3], r[4], r[5], years, r[0] == 1).vega();
      double now = Math.max(0, r[0] == 1 ? r[1] - r[2] : r[2] - r[1]);
      if (price > now + CENT && vega > 0.1) {
        double vol = pricer.impliedVol(price, r[1], r[2], r[3], r[4], years, r[0] == 1, 0);
        assertThat(vol).as("strike %s", r[2]).isCloseTo(r[5], offset(1e-5 / Math.min(1, vega)));
      }
    }
  }

  @Test
  void theGreeksAreDerivativesOfTheAmericanPrice() {
    for (double strike : new double[] {92, 100, 108}) {
      Greeks g = pricer.greeks(100, strike, 0.05, 0.02, 0.3, 0.5, false);
      double up = pricer.price(100.5, strike, 0.05, 0.02, 0.3, 0.5, false);
      double middle = pricer.price(100, strike, 0.05, 0.02, 0.3, 0.5, false);
      double down = pricer.price(99.5, strike, 0.05, 0.02, 0.3, 0.5, false);
      double sooner = pricer.price(100, strike, 0.05, 0.02, 0.3, 0.499, false);
      assertThat(g.delta()).isCloseTo(up - down, offset(1e-4));
      assertThat(g.gamma()).isCloseTo((up - 2 * middle + down) / 0.25, offset(1e-4));
      assertThat(g.theta()).isCloseTo((sooner - middle) / 0.001, offset(0.05));
    }
  }

  @Test
  void whatPaysLessThanExerciseHasNoVolatility() {
    assertThat(pricer.impliedVol(9.99, 100, 110, 0.05, 0, 0.5, false, 0))
        .isEqualTo(ImpliedVol.BELOW_INTRINSIC);
    assertThat(pricer.impliedVol(110, 100, 110, 0.05, 0, 0.5, false, 0))
        .isEqualTo(ImpliedVol.ABOVE_MAXIMUM);
  }

  private double price(double[] r) {
    return pricer.price(r[1], r[2], r[3], r[4], r[5], r[6] / 365, r[0] == 1);
  }
}
