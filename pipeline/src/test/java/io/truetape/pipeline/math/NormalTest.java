package io.truetape.pipeline.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void tailsAreAccurateToTheLastPlaces() {
    for (double[] row : Csv.rows("normal.csv")) {
      if (row[1] < 1e-300) {
        continue;
      }
      assertThat(Math.abs(Normal.cdf(row[0]) / row[1] - 1)).as("cdf %s", row[0]).isLessThan(2e-15);
      assertThat(Math.abs(Normal.pdf(row[0]) / row[2] - 1)).as("pdf %s", row[0]).isLessThan(2e-15);
    }
  }

  @Test
  void theQuantileUndoesTheProbability() {
    for (double p = 1e-300; p < 1; p = p < 0.01 ? p * 1.7 : p + 0.003) {
      double z = Normal.quantile(p);
      assertThat(Math.abs(Normal.cdf(z) / p - 1)).as("p %s", p).isLessThan(2e-15 * (1 + z * z));
    }
  }

  @Test
  void theQuantileRefusesWhatIsNoProbability() {
    assertThatThrownBy(() -> Normal.quantile(0)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> Normal.quantile(Double.NaN)).hasMessageContaining("between 0 and 1");
  }

  @Test
  void theSlopeOfTheRatioIsItsDefinitionWithoutTheCancellation() {
    for (double z = -60; z <= 0; z += 0.37) {
      Wide exact = Wide.ONE.plus(Wide.of(z).times(Wide.ratio(Wide.of(z))));
      assertThat(Math.abs(Normal.slope(z) / exact.high() - 1)).as("z %s", z).isLessThan(1e-15);
    }
  }
}
