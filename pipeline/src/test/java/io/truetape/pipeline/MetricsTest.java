package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.WindowedPrint;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void theNumbersOfAPrintAreThoseOfTheSpec() {
    MeasuredPrint m =
        last(
            """
            day 2026-01-16
            10:00:00.000000 bbo SPY 599.99 x 600.01
            10:00:00.000000 oi SPY 260123C00630 40 asof=2026-01-15
            10:00:00.000000 quote SPY 260123C00630 1.20 x 1.30 size=7x9
            10:00:00.001000 print SPY 260123C00630 1.30 50 CBOE auto
            10:00:01.000000 tick
            """);
    assertThat(m.premiumMicros()).isEqualTo(6_500_000_000L);
    assertThat(m.dte()).isEqualTo(7);
    assertThat(m.otmPct()).isCloseTo(5.0, within(1e-12));
    assertThat(m.volOiRatio()).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void sigScoreIsTheWeightedSumOfItsParts() {
    MeasuredPrint m =
        last(
            """
            day 2026-01-16
            10:00:00.000000 bbo SPY 599.99 x 600.01
            10:00:00.000000 oi SPY 260123C00660 40 asof=2026-01-15
            10:00:00.000000 quote SPY 260123C00660 1.20 x 1.30 size=7x9
            10:00:00.001000 print SPY 260123C00660 1.30 100 CBOE auto
            10:00:01.000000 tick
            """);
    // no percentile yet; vol/OI 2.5 of 5, 1 repeat of 20, 10 % out of the money, at the ask
    double expected = (0.25 * 0.5 + 0.20 * 0.05 + 0.10 * 1.0 + 0.10 * 0.85) / 0.65;
    assertThat(m.sigRaw()).isCloseTo(expected, within(1e-12));
    assertThat(m.sigScore()).isEqualTo(-1);
  }

  @Test
  void openInterestOfAnOlderDayDoesNotReplaceANewerOne() {
    WindowedPrint w =
        windowed(
                """
                day 2026-01-16
                09:00:00.000000 oi SPY 260123C00660 40 asof=2026-01-15
                09:00:01.000000 oi SPY 260123C00660 99 asof=2026-01-14
                10:00:00.001000 print SPY 260123C00660 1.30 1 CBOE auto
                10:00:01.000000 tick
                """)
            .getLast();
    assertThat(w.openInterest()).isEqualTo(40);
  }

  @Test
  void baselinesLookOnlyBackAndOnlyAtMinutesThatTraded() {
    List<WindowedPrint> prints =
        windowed(
            """
            day 2026-01-16
            11:00:10.000000 print SPY 260123C00660 1.30 100 CBOE auto
            11:03:10.000000 print SPY 260123C00660 1.30 200 CBOE auto
            11:05:10.000000 print SPY 260123C00660 1.30 10 CBOE auto
            11:05:20.000000 print SPY 260123C00660 1.30 20 CBOE auto
            11:18:59.000000 print SPY 260123C00660 1.30 7 CBOE auto
            11:40:00.000000 tick
            """);
    assertThat(prints.stream().map(WindowedPrint::baseline15m))
        .containsExactly(0.0, 100.0, 150.0, 150.0, 115.0);
    assertThat(prints.stream().map(WindowedPrint::symbolVolume1m))
        .containsExactly(100L, 200L, 10L, 30L, 7L);
  }

  @Test
  void bullishRatiosCountPrintsAndPremiumApart() {
    List<WindowedPrint> prints =
        windowed(
            """
            day 2026-01-16
            11:00:00.000000 quote SPY 260123C00660 1.20 x 1.30 size=70x90
            11:00:00.100000 print SPY 260123C00660 1.30 30 CBOE auto
            11:00:00.200000 print SPY 260123C00660 1.20 10 CBOE auto
            11:00:00.300000 print SPY 260123C00660 1.30 1 CBOE mlet
            11:00:01.000000 tick
            """);
    assertThat(prints.getFirst().bullishRatio15m()).isEqualTo(1.0);
    assertThat(prints.get(1).bullishRatio15m()).isEqualTo(0.5);
    assertThat(prints.get(1).bullishPremiumRatio15m()).isCloseTo(3_900.0 / 5_100.0, within(1e-12));
    assertThat(prints.get(2).bullishRatio15m()).isEqualTo(0.5);
  }

  private static MeasuredPrint last(String tape) {
    return Rooms.over(tape).all(MeasuredPrint.class).getLast();
  }

  private static List<WindowedPrint> windowed(String tape) {
    return Rooms.over(tape).all(WindowedPrint.class);
  }
}
