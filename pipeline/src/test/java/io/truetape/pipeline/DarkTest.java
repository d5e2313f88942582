package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.DarkKind;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.testkit.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DarkTest {
  private static final String QUOTED =
      """
      day 2026-01-16
      10:00:00.000000 bbo SPY 600.00 x 600.02 size=3x4
      """;

  @Test
  void aReportIsOfTheClassItsConditionsAndPriceSay() {
    assertOffExchange(
        """
        day 2026-01-16
        10:00:00.000000 bbo SPY 600.00 x 600.02 size=3x4
        10:00:00.001000 stock SPY 600.01 100 TRF
        => off-exchange  midpoint MID ats=0.60
        10:00:00.002000 stock SPY 600.02 100 TRF
        => off-exchange  at-nbbo ASK ats=0.20
        10:00:00.003000 stock SPY 600.0199 100 TRF
        => off-exchange  retail-pi ABOVE_MID retail-buy ats=0.02
        10:00:00.004000 stock SPY 600.0001 100 TRF
        => off-exchange  retail-pi BELOW_MID retail-sell ats=0.02
        10:00:00.005000 stock SPY 600.015 100 TRF
        => off-exchange  unknown ABOVE_MID ats=0.20
        10:00:00.006000 stock SPY 600.02 10000 TRF
        => off-exchange  block ASK ats=0.40
        10:00:00.007000 stock SPY 600.02 340 TRF
        => off-exchange  block ASK ats=0.40
        10:00:00.008000 stock SPY 600.01 100 TRF cond=7
        => off-exchange  qct MID ats=0.10 not-counted
        10:00:00.009000 stock SPY 600.01 100 TRF cond=W
        => off-exchange  average-price MID ats=0.02 not-counted
        10:00:00.010000 stock SPY 600.01 100 TRF cond=4
        => off-exchange  derivatively-priced MID ats=0.05 not-counted
        10:00:00.011000 stock SPY 600.01 100 TRF cond=Z
        => off-exchange  late MID ats=0.10 not-counted
        10:00:00.012000 stock SPY 600.01 100 TRF cond=T
        => off-exchange  extended MID ats=0.10 not-counted
        10:00:01.500000 stock SPY 600.01 100 TRF
        => off-exchange  unknown STALE ats=0.20
        10:00:02.000000 stock SPY 600.01 100 XNAS
        10:00:03.000000 tick
        """);
  }

  @Test
  void theQuoteIsTheLastOneAtOrBeforeThePrintHoweverLateItArrives() {
    List<OffExchangePrint> prints =
        Rooms.over(
                QUOTED
                    + """
                    10:00:00.010000 stock SPY 600.05 100 TRF
                    10:00:00.012000 bbo SPY 700.00 x 700.02
                    10:00:00.009000 bbo SPY 600.04 x 600.06
                    10:00:01.000000 tick
                    """)
            .all(OffExchangePrint.class);
    assertThat(prints.getFirst().nbbo().bidMicros()).isEqualTo(600_040_000L);
    assertThat(prints.getFirst().quoteAgeNanos()).isEqualTo(1_000_000L);
    assertThat(prints.getFirst().notionalMicros()).isEqualTo(60_005_000_000L);
  }

  @Test
  void aBlockMustBeLargeForItsName() {
    StringBuilder tape = new StringBuilder(QUOTED);
    for (int i = 0; i < 60; i++) {
      tape.append("10:00:00.%06d stock SPY 600.01 20000 TRF\n".formatted(1_000 + i));
    }
    tape.append("10:00:00.002000 stock SPY 600.02 10000 TRF\n10:00:01.000000 tick\n");
    assertThat(Rooms.over(tape.toString()).words(EventKind.OFF_EXCHANGE_PRINT).getLast())
        .isEqualTo("off-exchange  at-nbbo ASK ats=0.20");
  }

  @Test
  void aMidpointBlockIsAbsorbedOnlyOnceTheMinuteAfterItIsOver() {
    String block = QUOTED + "10:00:00.001000 stock SPY 600.01 4000 TRF\n";
    assertThat(inferred(block + "10:01:00.000000 tick\n")).isEmpty();
    DarkInference inference = inferred(block + "10:01:00.100000 tick\n").getFirst();
    assertThat(inference.darkKind()).isEqualTo(DarkKind.ABSORBED_BLOCK);
    assertThat(inference.confidence()).isEqualTo(1.0);
    assertThat(inference.toNanos() - inference.fromNanos()).isEqualTo(60_000_000_000L);
    assertThat(inference.evidence()).containsExactly(3L);
    assertThat(inference.notionalMicros()).isEqualTo(2_400_040_000_000L);
  }

  @Test
  void aPriceThatMovesAwayAndBackIsNotUnmoved() {
    String block = QUOTED + "10:00:00.001000 stock SPY 600.01 4000 TRF\n";
    assertThat(
            inferred(
                block
                    + """
                    10:00:30.000000 bbo SPY 601.00 x 601.02
                    10:00:31.000000 bbo SPY 600.00 x 600.02
                    10:01:01.000000 tick
                    """))
        .isEmpty();
    assertThat(
            inferred(
                    block
                        + """
                    10:00:30.000000 bbo SPY 600.15 x 600.17
                    10:01:01.000000 tick
                    10:01:30.000000 bbo SPY 700.00 x 700.02
                    """)
                .getFirst()
                .moveMicros())
        .isEqualTo(150_000L);
  }

  @Test
  void aQuoteReceivedBeforeThePrintWasReleasedStillCounts() {
    assertThat(
            inferred(
                QUOTED
                    + """
                    10:00:00.001000 stock SPY 600.01 4000 TRF
                    10:00:00.002000 bbo SPY 602.00 x 602.02
                    10:00:00.003000 bbo SPY 600.00 x 600.02
                    10:01:01.000000 tick
                    """))
        .isEmpty();
  }

  @Test
  void fourPrintsAtTheAskWithinAMinuteAreAccumulation() {
    String three =
        QUOTED
            + """
            10:00:00.100000 stock SPY 600.02 1000 TRF
            10:00:00.200000 stock SPY 600.02 1000 TRF
            10:00:00.300000 stock SPY 600.03 1000 TRF
            """;
    assertThat(inferred(three + "10:00:02.000000 tick\n")).isEmpty();
    DarkInference found =
        inferred(
                three
                    + "10:00:00.400000 stock SPY 600.02 199 TRF\n"
                    + "10:00:00.500000 stock SPY 600.02 200 TRF\n10:00:02.000000 tick\n")
            .getFirst();
    assertThat(found.darkKind()).isEqualTo(DarkKind.STEALTH_ACCUMULATION);
    assertThat(found.size()).isEqualTo(3_200);
    assertThat(found.prints()).isEqualTo(4);
    assertThat(found.evidence()).containsExactly(3L, 4L, 5L, 7L);
    assertThat(found.lowMicros()).isEqualTo(600_020_000L);
    assertThat(found.highMicros()).isEqualTo(600_030_000L);
  }

  @Test
  void printsAtTheBidAreDistributionAndTheCooldownHoldsPerKind() {
    StringBuilder tape = new StringBuilder(QUOTED);
    for (int second = 0; second < 40; second++) {
      tape.append("10:00:%02d.000000 bbo SPY 600.00 x 600.02\n".formatted(second));
      tape.append("10:00:%02d.100000 stock SPY 600.00 1000 TRF\n".formatted(second));
    }
    tape.append("10:00:41.000000 tick\n");
    List<DarkInference> found =
        inferred(tape.toString()).stream()
            .filter(i -> i.darkKind() == DarkKind.DISTRIBUTION)
            .toList();
    assertThat(found).hasSize(2);
    assertThat(found.get(1).tsNanos() - found.get(0).tsNanos())
        .isGreaterThanOrEqualTo(30_000_000_000L);
    assertThat(found.get(1).prints()).isEqualTo(30);
  }

  @Test
  void aNameThatTradesAtBothSidesAlikeSaysNothing() {
    StringBuilder tape = new StringBuilder(QUOTED);
    for (int i = 1; i <= 8; i++) {
      tape.append("10:00:00.%d00000 stock SPY 600.02 900 TRF\n".formatted(i));
      tape.append("10:00:00.%d50000 stock SPY 600.00 800 TRF\n".formatted(i));
    }
    assertThat(inferred(tape + "10:00:02.000000 tick\n")).isEmpty();
  }

  @Test
  void reportsThatAreNotOfThisMomentNeverCount() {
    for (String condition : List.of("W", "B", "4", "7", "V", "Z", "L", "P", "U", "T")) {
      StringBuilder tape = new StringBuilder(QUOTED);
      for (int i = 1; i <= 8; i++) {
        tape.append("10:00:00.%d00000 stock SPY 600.02 5000 TRF cond=%s\n".formatted(i, condition));
      }
      tape.append("10:00:00.900000 stock SPY 600.01 50000 TRF cond=" + condition + "\n");
      assertThat(inferred(tape + "10:02:00.000000 tick\n")).as(condition).isEmpty();
    }
  }

  @Test
  void volumeRepeatedAtAPriceInThreeWindowsIsAZoneAndThenAHit() {
    String tape =
        """
        day 2026-01-16
        10:00:00.000000 bbo SPY 600.00 x 600.02
        10:00:00.100000 stock SPY 600.01 6000 TRF
        10:05:00.000000 bbo SPY 600.00 x 600.02
        10:05:00.100000 stock SPY 600.02 6000 TRF
        10:10:00.000000 bbo SPY 600.00 x 600.02
        10:10:00.100000 stock SPY 600.00 6000 TRF
        """;
    assertThat(zones(tape + "10:14:59.000000 tick\n")).isEmpty();
    LiquidityZone zone = zones(tape + "10:15:00.100000 tick\n").getFirst();
    assertThat(zone.windows()).isEqualTo(3);
    assertThat(zone.volume()).isEqualTo(18_000);
    assertThat(zone.lowMicros()).isEqualTo(600_000_000L);
    assertThat(zone.highMicros()).isEqualTo(600_020_000L);
    assertThat(zone.strength()).isBetween(0.7, 0.9);
    List<DarkInference> hits =
        inferred(
                tape
                    + "10:15:01.000000 bbo SPY 600.00 x 600.02\n"
                    + "10:15:01.100000 stock SPY 600.02 300 TRF\n10:15:02.000000 tick\n")
            .stream()
            .filter(i -> i.darkKind() == DarkKind.HIDDEN_LIQUIDITY_ZONE)
            .toList();
    assertThat(hits).hasSize(1);
    assertThat(hits.getFirst().evidence()).hasSize(4);
  }

  @Test
  void aZoneFadesAndSaysSo() {
    String tape =
        """
        day 2026-01-16
        10:00:00.000000 bbo SPY 600.00 x 600.02
        10:00:00.100000 stock SPY 600.01 6000 TRF
        10:05:00.000000 bbo SPY 600.00 x 600.02
        10:05:00.100000 stock SPY 600.02 6000 TRF
        10:10:00.000000 bbo SPY 600.00 x 600.02
        10:10:00.100000 stock SPY 600.00 6000 TRF
        14:00:00.000000 tick
        """;
    LiquidityZone last = zones(tape).getLast();
    assertThat(last.isOpen()).isFalse();
    assertThat(last.strength()).isLessThan(0.03);
  }

  @Test
  void aNewSessionForgetsEverything() {
    String tape =
        QUOTED
            + """
            10:00:00.100000 stock SPY 600.02 1000 TRF
            10:00:00.200000 stock SPY 600.02 1000 TRF
            10:00:00.300000 stock SPY 600.02 1000 TRF
            10:00:00.350000 tick
            10:00:00.350000 open 2026-01-16 next
            10:00:00.400000 stock SPY 600.02 1000 TRF
            10:00:02.000000 tick
            """;
    assertThat(inferred(tape)).isEmpty();
  }

  private static List<DarkInference> inferred(String tape) {
    return Rooms.over(tape).all(DarkInference.class);
  }

  private static List<LiquidityZone> zones(String tape) {
    return Rooms.over(tape).all(LiquidityZone.class);
  }

  private static void assertOffExchange(String tape) {
    assertThat(Rooms.over(tape).words(EventKind.OFF_EXCHANGE_PRINT)).isEqualTo(Tape.expected(tape));
  }
}
