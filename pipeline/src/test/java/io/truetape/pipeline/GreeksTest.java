package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.pipeline.math.Black76;
import org.junit.jupiter.api.Test;

class GreeksTest {
  private static final double YEAR_SECONDS = 365 * 86_400.0;

  @Test
  void aPrintIsPricedFromItsOwnQuoteAndSpot() {
    PricedPrint print =
        only(
            """
            day 2026-01-16
            10:00:00.000000 rate 30 0.04 asof=2026-01-15
            10:00:00.000000 bbo SPY 599.99 x 600.01
            10:00:00.000000 quote SPY 260123C00610 2.50 x 2.54
            10:00:00.001000 print SPY 260123C00610 2.54 10 CBOE auto
            10:00:01.000000 tick
            """);
    double years = (7 * 86_400 + 6 * 3_600 - 0.001) / YEAR_SECONDS;
    double forward = 600 * StrictMath.exp(0.04 * years);
    assertThat(print.absence()).isEqualTo(GreeksAbsence.NONE);
    assertThat(print.forward()).isCloseTo(forward, offset(1e-9));
    double total = print.greeks().iv() * Math.sqrt(years);
    double back = Black76.price(forward, 610, StrictMath.exp(-0.04 * years), total, true);
    assertThat(back).isCloseTo(2.52, offset(1e-9));
    assertThat(print.deltaNotionalMicros())
        .isCloseTo(Math.round(10 * print.delta() * 100 * 600 * 1e6), offset(1_000L));
    assertThat(print.signedDeltaNotionalMicros()).isPositive();
  }

  @Test
  void whatCannotBePricedSaysWhy() {
    assertThat(reason("", "SPY 260123C00610 2.50 x 2.54")).isEqualTo(GreeksAbsence.NO_SPOT);
    String spot = "10:00:00.000000 bbo SPY 599.99 x 600.01\n";
    assertThat(reason(spot, "SPY 260123C00500 99.00 x 99.02"))
        .isEqualTo(GreeksAbsence.BELOW_INTRINSIC);
    assertThat(reason(spot, "SPY 260123C00500 700 x 702")).isEqualTo(GreeksAbsence.ABOVE_MAXIMUM);
    assertThat(reason(spot, "AAPL 260123C00500 1 x 2")).isEqualTo(GreeksAbsence.NO_QUOTE);
  }

  @Test
  void aMarkIsUsedForFiveSecondsAndItsDeltaMovesWithTheSpot() {
    var prints =
        Rooms.over(
                """
                day 2026-01-16
                10:00:00.000000 bbo SPY 599.99 x 600.01
                10:00:00.000000 quote SPY 260123C00610 2.50 x 2.54
                10:00:00.001000 print SPY 260123C00610 2.54 10 CBOE auto
                10:00:01.000000 bbo SPY 600.99 x 601.01
                10:00:01.001000 print SPY 260123C00610 2.54 10 CBOE auto
                10:00:01.500000 tick
                """)
            .all(PricedPrint.class);
    assertThat(prints.get(1).greeks()).isEqualTo(prints.get(0).greeks());
    assertThat(prints.get(1).delta())
        .isCloseTo(prints.get(0).delta() + prints.get(0).greeks().gamma(), offset(1e-9));
  }

  @Test
  void theChainIsPricedOnWatermarksAndAnIndexOnItsParityForward() {
    var priced =
        Rooms.over(
                """
                day 2026-01-16
                10:00:00.000000 index SPX 6000
                10:00:00.000000 quote SPXW 260123C06000 40.0 x 40.2
                10:00:00.000000 quote SPXW 260123P06000 30.0 x 30.2
                10:00:00.500000 tick
                10:00:01.000000 tick
                10:00:06.000000 tick
                """)
            .all(ContractPriced.class);
    assertThat(priced).hasSize(2);
    assertThat(priced).allMatch(ContractPriced::parityForward);
    double grow = StrictMath.exp(0.0365 * priced.getFirst().years());
    assertThat(priced.getFirst().forward()).isCloseTo(6_000 + 10 * grow, offset(1e-6));
    assertThat(priced.get(0).greeks().iv()).isCloseTo(priced.get(1).greeks().iv(), offset(1e-9));
  }

  @Test
  void aDeepPutCarriesAnEarlyExercisePremium() {
    var priced =
        Rooms.over(
                """
                day 2026-01-16
                10:00:00.000000 bbo SPY 599.99 x 600.01
                10:00:00.000000 quote SPY 260618P00640 56.80 x 57.00
                10:00:00.500000 tick
                """)
            .all(ContractPriced.class);
    assertThat(priced).hasSize(1);
    assertThat(priced.getFirst().absence()).isEqualTo(GreeksAbsence.NONE);
    assertThat(priced.getFirst().earlyPremium()).isBetween(0.2, 5.0);
  }

  @Test
  void aKnownDividendLowersTheForward() {
    var priced =
        Rooms.over(
                """
                day 2026-01-16
                10:00:00.000000 bbo SPY 599.99 x 600.01
                10:00:00.000000 action dividend SPY 2026-01-20 "" amount=1.90
                10:00:00.000000 quote SPY 260123C00610 2.50 x 2.54
                10:00:00.500000 tick
                """)
            .all(ContractPriced.class);
    assertThat(priced.getFirst().forward()).isBetween(598.4, 598.7);
  }

  @Test
  void aOneSidedACrossedAndAnAdjustedContractSaySo() {
    String spot = "day 2026-01-16\n10:00:00.000000 bbo SPY 599.99 x 600.01\n";
    String print = "10:00:01.001000 print SPY 260123C00610 2.54 10 CBOE auto\n";
    String quote = spot + "10:00:00.000000 quote SPY 260123C00610 %s\n10:00:00.500000 tick\n";
    String end = "10:00:02.000000 tick\n";
    assertThat(only(quote.formatted("2.50 x -") + print + end).absence())
        .isEqualTo(GreeksAbsence.ONE_SIDED);
    assertThat(only(quote.formatted("2.60 x 2.50") + print + end).absence())
        .isEqualTo(GreeksAbsence.CROSSED);
    String adjusted =
        spot
            + "10:00:00.500000 print SPY1 260123C00610 2.54 10 CBOE auto"
            + " underlying=SPY deliverable=150-shares\n"
            + end;
    assertThat(only(adjusted).absence()).isEqualTo(GreeksAbsence.ADJUSTED);
  }

  @Test
  void aMarkOlderThanTheHardLimitIsNotUsed() {
    String tape =
        """
        day 2026-01-16
        10:00:00.000000 bbo SPY 599.99 x 600.01
        10:00:00.000000 quote SPY 260123C00610 2.50 x 2.54
        10:00:00.001000 print SPY 260123C00610 2.54 10 CBOE auto seq=1
        %s print SPY 260123C00610 2.54 10 CBOE auto seq=2
        10:02:00.000000 tick
        """;
    var young = Rooms.over(tape.formatted("10:01:00.000000")).all(PricedPrint.class).getLast();
    assertThat(young.absence()).isEqualTo(GreeksAbsence.NONE);
    var old = Rooms.over(tape.formatted("10:01:00.100000")).all(PricedPrint.class).getLast();
    assertThat(old.absence()).isEqualTo(GreeksAbsence.STALE_QUOTE);
    assertThat(old.greeks().isPresent()).isFalse();
  }

  @Test
  void aContractIsPricedAnewAtMostEveryFiveSeconds() {
    StringBuilder tape = new StringBuilder("day 2026-01-16\n");
    for (int i = 0; i < 30; i++) {
      tape.append("10:00:%02d.000000 bbo SPY 599.99 x 600.01\n".formatted(i));
      tape.append(
          "10:00:%02d.000000 quote SPY 260123C00610 2.%02d x 2.%02d\n"
              .formatted(i, 50 + i, 52 + i));
      tape.append("10:00:%02d.500000 tick\n".formatted(i));
    }
    var priced = Rooms.over(tape.toString()).all(ContractPriced.class);
    assertThat(priced).hasSize(6);
    for (int i = 1; i < priced.size(); i++) {
      assertThat(priced.get(i).tsNanos() - priced.get(i - 1).tsNanos()).isEqualTo(5_000_000_000L);
    }
  }

  @Test
  void anAmContractExpiresAtTheOpenAndAPmContractLivesUntilTheClose() {
    var prints =
        Rooms.over(
                """
                day 2026-01-16
                10:00:00.000000 index SPX 6000
                10:00:00.000000 quote SPX 260116C06000 10.0 x 10.2
                10:00:00.000000 quote SPXW 260116C06000 10.0 x 10.2
                10:00:00.001000 print SPX 260116C06000 10.2 10 CBOE auto
                10:00:00.002000 print SPXW 260116C06000 10.2 10 CBOE auto
                10:00:01.000000 tick
                """)
            .all(PricedPrint.class);
    assertThat(prints.get(0).absence()).isEqualTo(GreeksAbsence.EXPIRED);
    assertThat(prints.get(1).absence()).isEqualTo(GreeksAbsence.NONE);
    assertThat(prints.get(1).greeks().iv()).isPositive();
  }

  @Test
  void theChainSaysOnceThatAContractHasExpired() {
    var priced =
        Rooms.over(
                """
                day 2026-01-16
                15:59:58.000000 index SPX 6000
                15:59:58.000000 quote SPXW 260116C05990 10.5 x 10.7
                15:59:58.500000 tick
                16:00:00.000000 tick
                16:00:06.000000 tick
                """)
            .all(ContractPriced.class);
    assertThat(priced)
        .extracting(ContractPriced::absence)
        .containsExactly(GreeksAbsence.NONE, GreeksAbsence.EXPIRED);
  }

  private static GreeksAbsence reason(String before, String quote) {
    return only("day 2026-01-16\n"
            + before
            + "10:00:00.000000 quote "
            + quote
            + "\n10:00:00.001000 print SPY "
            + (quote.startsWith("SPY") ? quote.split(" ", -1)[1] : "260123C00610")
            + " 2.54 10 CBOE auto\n10:00:01.000000 tick\n")
        .absence();
  }

  private static PricedPrint only(String tape) {
    var prints = Rooms.over(tape).all(PricedPrint.class);
    assertThat(prints).hasSize(1);
    return prints.getFirst();
  }
}
