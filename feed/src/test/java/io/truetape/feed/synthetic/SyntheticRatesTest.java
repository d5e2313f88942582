package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truetape.feed.synthetic.market.Curve;
import io.truetape.model.event.EventKind;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticRatesTest {
  private static final long SESSION_SECONDS = 23_400;

  @ParameterizedTest
  @CsvSource({"REALISTIC, 500, 600", "ACTIVE, 5000, 90", "FIREHOSE, 25500, 20"})
  void printsPerSecondFollowTheModeAndTheCurve(SyntheticMode mode, double rate, int seconds) {
    long[] count = new long[EventKind.values().length];
    MarketDay day = new MarketDay(MarketDay.plan(mode));
    day.play(seconds, event -> count[event.kind().ordinal()]++);
    double expected = 0;
    for (int s = 0; s < seconds; s++) {
      expected += rate * Curve.at((s + 0.5) / SESSION_SECONDS);
    }
    double prints = count[EventKind.OPTION_PRINT.ordinal()];
    assertThat(prints).isCloseTo(expected, Percentage.withPercentage(20));
    double quotes = count[EventKind.OPTION_QUOTE.ordinal()] - day.listings.contracts().size();
    assertThat(quotes / prints).isBetween(1.15, 2.0);
  }

  @Test
  void theCurveIsAUThatAveragesOne() {
    double sum = 0;
    for (int s = 0; s < SESSION_SECONDS; s++) {
      sum += Curve.at((s + 0.5) / SESSION_SECONDS);
    }
    assertThat(sum / SESSION_SECONDS).isCloseTo(1.0, within(0.001));
    assertThat(Curve.at(0.0)).isGreaterThan(2.0);
    assertThat(Curve.at(0.5)).isBetween(0.5, 0.8);
    assertThat(Curve.at(0.999)).isGreaterThan(1.5);
  }
}
