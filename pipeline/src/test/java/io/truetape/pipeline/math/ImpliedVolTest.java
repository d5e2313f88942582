package io.truetape.pipeline.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.testkit.Property;
import io.truetape.testkit.Property.Gen;
import org.junit.jupiter.api.Test;

/// The error of the inversion alone: prices are made with 31 digits, rounded to a double, and the
/// exact volatility of that double is found with 31 digits.
///
/// `-Dtruetape.iv.grid=1000000` runs the whole grid; the build takes a sample.
class ImpliedVolTest {
  private static final double LIMIT = 1e-12;
  private static final double ROUNDING = 1.2e-16;

  @Test
  void everyPriceOnTheGridIsInvertedToTwelveDigits() {
    int count = Integer.getInteger("truetape.iv.grid", 20_000);
    int side = (int) Math.sqrt(count);
    double worst = 0;
    double worstShare = 0;
    int points = 0;
    for (int i = 0; i < side; i++) {
      double s = 1e-6 * StrictMath.pow(1e7, (i + 0.5) / side);
      for (int j = 0; j < side; j++) {
        double deviations = 37.0 * j / side;
        double x = -deviations * s;
        double error = error(x, s);
        if (error < 0) {
          continue;
        }
        double attainable = ROUNDING * Math.max(1, conditioning(x, s));
        worst = Math.max(worst, attainable < 1e-13 ? error : 0);
        worstShare = Math.max(worstShare, error / attainable);
        points++;
      }
    }
    assertThat(points).isGreaterThan(side * side / 2);
    assertThat(worst).as("relative error where a price's rounding allows 1e-13").isLessThan(LIMIT);
    assertThat(worstShare).as("error over what the price's rounding makes").isLessThan(500);
  }

  @Test
  void randomPricesAreInvertedToTwelveDigits() {
    Property.forAll(
        "implied volatility",
        4_000,
        gen -> {
          double s = StrictMath.pow(10, uniform(gen, -6, 0.5));
          double x = -s * uniform(gen, 0, 37);
          assertThat(error(x, s)).as("x %s s %s", x, s).isLessThan(LIMIT);
        });
  }

  @Test
  void anotherToolAgrees() {
    for (double[] row : Csv.rows("implied.csv")) {
      double error = Math.abs(ImpliedVol.normalised(row[0], row[1]) / row[2] - 1);
      assertThat(error).as("x %s", row[0]).isLessThan(20 * ROUNDING * Math.max(1, row[3]));
    }
  }

  @Test
  void whatNoVolatilityGivesIsAbsentWithItsReason() {
    assertThat(ImpliedVol.total(5, 105, 100, true)).isEqualTo(ImpliedVol.BELOW_INTRINSIC);
    assertThat(ImpliedVol.total(4, 105, 100, true)).isEqualTo(ImpliedVol.BELOW_INTRINSIC);
    assertThat(ImpliedVol.total(0, 90, 100, true)).isEqualTo(ImpliedVol.BELOW_INTRINSIC);
    assertThat(ImpliedVol.total(105, 105, 100, true)).isEqualTo(ImpliedVol.ABOVE_MAXIMUM);
    assertThat(ImpliedVol.total(100, 105, 100, false)).isEqualTo(ImpliedVol.ABOVE_MAXIMUM);
    assertThat(ImpliedVol.total(Double.NaN, 105, 100, false)).isEqualTo(ImpliedVol.BELOW_INTRINSIC);
  }

  @Test
  void callsAndPutsOfOneVolatilityAgree() {
    for (double strike = 50; strike < 200; strike += 7) {
      double call = Black76.price(100, strike, 1, 0.4, true);
      double put = Black76.price(100, strike, 1, 0.4, false);
      assertThat(call - put).isCloseTo(100 - strike, org.assertj.core.data.Offset.offset(1e-12));
      assertThat(ImpliedVol.total(call, 100, strike, true) / 0.4 - 1).isBetween(-1e-10, 1e-10);
      assertThat(ImpliedVol.total(put, 100, strike, false) / 0.4 - 1).isBetween(-1e-10, 1e-10);
    }
  }

  /// Relative error of the inversion, or -1 where the price is no normal double.
  private static double error(double x, double s) {
    Wide[] black = Wide.black(x, Wide.of(s));
    double beta = black[0].high();
    if (!(beta > 1e-290) || beta >= StrictMath.exp(x / 2) * (1 - 1e-9)) {
      return -1;
    }
    Wide exact = Wide.of(s).minus(black[0].minus(Wide.of(beta)).over(black[1]));
    double found = ImpliedVol.normalised(x, beta);
    return Math.abs(Wide.of(found).minus(exact).over(exact).high());
  }

  /// How many relative roundings of the price one relative rounding makes in the volatility.
  private static double conditioning(double x, double s) {
    return NormalisedBlack.perVega(x, s) / s;
  }

  private static double uniform(Gen gen, double from, double to) {
    return from + (to - from) * gen.random().nextDouble();
  }
}
