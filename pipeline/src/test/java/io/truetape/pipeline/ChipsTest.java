package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.Chip;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChipsTest {
  private static final String QUOTED =
      """
      day 2026-01-16
      10:00:00.000000 bbo SPY 599.99 x 600.01
      10:00:00.000000 oi SPY 260116C00600 100 asof=2026-01-15
      10:00:00.000000 quote SPY 260116C00600 1.20 x 1.30 size=900x800
      """;

  @Test
  void aaStartsAtTenPercentOfTheSpreadAndAtLeastACent() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto"))
        .contains(Chip.ASK)
        .doesNotContain(Chip.AA);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.309999 1 CBOE auto"))
        .contains(Chip.ASK);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.31 1 CBOE auto"))
        .contains(Chip.AA)
        .doesNotContain(Chip.ASK);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.20 1 CBOE auto"))
        .contains(Chip.BID, Chip.CALLS, Chip.ZERO_DTE);
  }

  @Test
  void premiumChipsStartExactlyAtTheirThreshold() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 799 CBOE auto"))
        .doesNotContain(Chip.PREMIUM_100K);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 800 CBOE auto"))
        .contains(Chip.PREMIUM_100K)
        .doesNotContain(Chip.SIZABLE);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 2000 CBOE auto"))
        .contains(Chip.SIZABLE, Chip.LARGE_SIZE, Chip.BLOCK)
        .doesNotContain(Chip.WHALES);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 4000 CBOE auto"))
        .contains(Chip.WHALES, Chip.UNUSUAL, Chip.VOL_OVER_OI, Chip.OPENING_LIKELY, Chip.URGENT);
  }

  @Test
  void conditionsAreReportedNotInferred() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE isoi"))
        .contains(Chip.SWEEPS);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE mlet"))
        .contains(Chip.MULTI_LEG);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 9 CBOE slan"))
        .contains(Chip.AUCTION, Chip.RETAIL_LIKELY);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 11 CBOE slan"))
        .contains(Chip.AUCTION)
        .doesNotContain(Chip.RETAIL_LIKELY);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE tlft"))
        .contains(Chip.STOCK_TIED, Chip.FLOOR);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE oseq"))
        .contains(Chip.LATE);
  }

  @Test
  void theRootOfAnIndexSaysWhetherItIsAWeekly() {
    assertThat(chips("10:00:00.001000 print SPXW 260116C06900 1.30 1 CBOE auto"))
        .contains(Chip.WEEKLIES);
    assertThat(chips("10:00:00.001000 print VIX 260121C00020 1.30 1 CBOE auto"))
        .doesNotContain(Chip.WEEKLIES);
  }

  @Test
  void theThirdFridayIsNotAWeekly() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto"))
        .doesNotContain(Chip.WEEKLIES);
    assertThat(chips("10:00:00.001000 print SPY 260123C00600 1.30 1 CBOE auto"))
        .contains(Chip.WEEKLIES);
    assertThat(chips("10:00:00.001000 print SPY 270115C00600 1.30 1 CBOE auto"))
        .doesNotContain(Chip.LEAPS);
    assertThat(chips("10:00:00.001000 print SPY 270617C00600 1.30 1 CBOE auto"))
        .contains(Chip.LEAPS);
  }

  @Test
  void repeatFlowNeedsTwentyLikePrintsWithinThreeMinutes() {
    StringBuilder tape = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      tape.append("10:00:%02d.000000 quote SPY 260116C00600 1.20 x 1.30\n".formatted(i + 1));
      tape.append("10:00:%02d.000100 print SPY 260116C00600 1.30 1 CBOE auto\n".formatted(i + 1));
    }
    tape.append("10:03:01.000100 quote SPY 260116C00600 1.20 x 1.30\n");
    tape.append("10:03:01.000100 print SPY 260116C00600 1.30 2 CBOE auto\n");
    tape.append("10:03:03.000000 quote SPY 260116C00600 1.20 x 1.30\n");
    tape.append("10:03:03.000000 print SPY 260116C00600 1.30 3 CBOE auto\n");
    List<ChippedPrint> prints = prints(tape.toString());
    assertThat(prints.get(18).windowed().repeat3m()).isEqualTo(19);
    assertThat(Chip.of(prints.get(18).chips())).doesNotContain(Chip.REPEAT_FLOW);
    assertThat(Chip.of(prints.get(19).chips())).contains(Chip.REPEAT_FLOW, Chip.URGENT);
    assertThat(prints.get(20).windowed().repeat3m()).isEqualTo(21);
    assertThat(prints.get(21).windowed().repeat3m()).isEqualTo(20);
  }

  @Test
  void aCalendarEntryCountsFromItsAnnouncement() {
    String entry =
        "09:00:00.000000 calendar earnings SPY 2026-01-20 results announced=%s/08:00:00.000000\n";
    assertThat(
            chips(
                entry.formatted("2026-01-10")
                    + "10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto"))
        .contains(Chip.EARNINGS_NEAR);
    assertThat(
            chips(
                entry.formatted("2026-01-17")
                    + "10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto"))
        .doesNotContain(Chip.EARNINGS_NEAR);
  }

  @Test
  void withoutASpotNothingIsOutOfTheMoney() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 print SPY 260116C00900 1.30 1 CBOE auto
            10:00:01.000000 tick
            """);
    ChippedPrint print = rooms.all(ChippedPrint.class).getFirst();
    assertThat(print.measured().hasSpot()).isFalse();
    assertThat(Chip.of(print.chips())).doesNotContain(Chip.OTM, Chip.VOL_OVER_OI);
    assertThat(print.measured().isComplete()).isFalse();
  }

  @Test
  void volumeMustExceedOpenInterestNotEqualIt() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 100 CBOE auto"))
        .doesNotContain(Chip.VOL_OVER_OI);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 101 CBOE auto"))
        .contains(Chip.VOL_OVER_OI);
  }

  @Test
  void aMinuteRisesAtTwoAndAHalfTimesItsBaselineAndSpikesAtThree() {
    String before = "10:00:10.000000 print SPY 260116C00600 1.25 10 CBOE auto\n";
    String after = "10:01:10.000000 print SPY 260116C00600 1.25 %d CBOE auto";
    assertThat(chips(before)).doesNotContain(Chip.RISING_VOL, Chip.AM_SPIKE);
    assertThat(chips(before + after.formatted(24))).doesNotContain(Chip.RISING_VOL);
    assertThat(chips(before + after.formatted(25)))
        .contains(Chip.RISING_VOL)
        .doesNotContain(Chip.AM_SPIKE);
    assertThat(chips(before + after.formatted(29))).doesNotContain(Chip.AM_SPIKE);
    assertThat(chips(before + after.formatted(30))).contains(Chip.RISING_VOL, Chip.AM_SPIKE);
  }

  @Test
  void theMorningSpikeEndsAtHalfPastTen() {
    Rooms rooms =
        Rooms.over(
            QUOTED
                + """
                10:28:00.000000 print SPY 260116C00600 1.25 10 CBOE auto seq=1
                10:29:59.000000 print SPY 260116C00600 1.25 900 CBOE auto seq=2
                10:30:00.000000 print SPY 260116C00600 1.25 9000 CBOE auto seq=3
                10:31:00.000000 tick
                """);
    List<ChippedPrint> prints = rooms.all(ChippedPrint.class);
    assertThat(Chip.of(prints.get(1).chips())).contains(Chip.AM_SPIKE);
    assertThat(Chip.of(prints.get(2).chips()))
        .contains(Chip.RISING_VOL)
        .doesNotContain(Chip.AM_SPIKE);
  }

  @Test
  void bullflowNeedsABullishPrintAmongSixtyFivePercent() {
    String put = "10:00:00.000000 quote SPY 260116P00600 1.20 x 1.30\n";
    String bear = "10:00:00.000100 print SPY 260116P00600 1.30 1 CBOE auto\n";
    String bull = "10:00:00.000%d00 print SPY 260116C00600 1.30 1 CBOE auto\n";
    assertThat(chips(put + bear + bull.formatted(2))).doesNotContain(Chip.BULLFLOW);
    assertThat(chips(put + bear + bull.formatted(2) + bull.formatted(3))).contains(Chip.BULLFLOW);
    String late = "10:00:00.000900 print SPY 260116P00600 1.30 1 CBOE auto\n";
    String three = bull.formatted(2) + bull.formatted(3) + bull.formatted(4);
    assertThat(chips(put + three + late)).doesNotContain(Chip.BULLFLOW);
  }

  @Test
  void highSigIsTheTopDecileOfItsSymbolOnceTwelvePrintsWereSeen() {
    StringBuilder tape = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      tape.append(
          "10:00:00.%06d print SPY 260116C00600 1.25 1 CBOE auto seq=%d\n"
              .formatted(1_000 + i, i + 1));
    }
    tape.append("10:00:00.002000 print SPY 260116C00600 1.31 5000 CBOE auto seq=90\n");
    tape.append("10:00:00.003000 print SPY 260116P00500 0.01 1 CBOE auto seq=91\n");
    List<ChippedPrint> prints = prints(tape.toString());
    assertThat(prints.getFirst().measured().sigScore()).isNegative();
    assertThat(Chip.of(prints.getFirst().chips())).doesNotContain(Chip.HIGH_SIG);
    assertThat(Chip.of(prints.get(14).chips())).contains(Chip.HIGH_SIG);
    assertThat(prints.getLast().measured().sigScore()).isBetween(0.0, 0.5);
    assertThat(Chip.of(prints.getLast().chips())).doesNotContain(Chip.HIGH_SIG);
  }

  @Test
  void urgentHoldsWithoutRepeatsWhenLargeShortAndAboveOpenInterest() {
    String quote =
        """
        10:00:00.000000 oi SPY 260123C00600 1000 asof=2026-01-15
        10:00:00.000000 oi SPY 260220C00600 1000 asof=2026-01-15
        """;
    assertThat(chips(quote + "10:00:00.001000 print SPY 260123C00600 1.25 2500 CBOE auto"))
        .contains(Chip.URGENT)
        .doesNotContain(Chip.REPEAT_FLOW);
    assertThat(chips(quote + "10:00:00.001000 print SPY 260123C00600 1.25 2499 CBOE auto"))
        .doesNotContain(Chip.URGENT);
    assertThat(chips(quote + "10:00:00.001000 print SPY 260220C00600 1.25 2500 CBOE auto"))
        .doesNotContain(Chip.URGENT);
    assertThat(chips(quote + "10:00:00.001000 print SPY 260123C00600 0.99 2500 CBOE auto"))
        .doesNotContain(Chip.URGENT);
  }

  @Test
  void aPositionBuilderIsBoughtNearTheMoneyAMonthOut() {
    String quote = "10:00:00.000000 quote SPY 260220C00600 1.20 x 1.30\n";
    assertThat(chips(quote + "10:00:00.001000 print SPY 260220C00600 1.30 250 CBOE auto"))
        .contains(Chip.POSITION_BUILDERS);
    assertThat(chips(quote + "10:00:00.001000 print SPY 260220C00600 1.30 249 CBOE auto"))
        .doesNotContain(Chip.POSITION_BUILDERS);
    assertThat(chips(quote + "10:00:00.001000 print SPY 260220C00600 1.20 250 CBOE auto"))
        .doesNotContain(Chip.POSITION_BUILDERS);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 250 CBOE auto"))
        .doesNotContain(Chip.POSITION_BUILDERS);
  }

  @Test
  void aGrenadeIsShortFarOutOfTheMoneyAndLarge() {
    assertThat(chips("10:00:00.001000 print SPY 260123C00630 1.25 800 CBOE auto"))
        .contains(Chip.GRENADE);
    assertThat(chips("10:00:00.001000 print SPY 260123C00629 1.25 800 CBOE auto"))
        .doesNotContain(Chip.GRENADE);
    assertThat(chips("10:00:00.001000 print SPY 260123C00630 1.25 799 CBOE auto"))
        .doesNotContain(Chip.GRENADE);
    assertThat(chips("10:00:00.001000 print SPY 260126C00630 1.25 800 CBOE auto"))
        .doesNotContain(Chip.GRENADE);
  }

  @Test
  void aSaleOfHalfTheOpenInterestWithinItMayBeAClose() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.20 50 CBOE auto"))
        .contains(Chip.CLOSING_LIKELY);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.20 49 CBOE auto"))
        .doesNotContain(Chip.CLOSING_LIKELY);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.30 50 CBOE auto"))
        .doesNotContain(Chip.CLOSING_LIKELY);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.20 101 CBOE auto"))
        .contains(Chip.OPENING_LIKELY)
        .doesNotContain(Chip.CLOSING_LIKELY);
  }

  @Test
  void aCrossIsReportedByItsCondition() {
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE slcn"))
        .contains(Chip.CROSS);
    assertThat(chips("10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE auto"))
        .doesNotContain(Chip.CROSS);
  }

  @Test
  void anExDividendDateIsNearWithinThreeDays() {
    String entry =
        "09:00:00.000000 calendar ex-dividend SPY %s cash announced=2026-01-02/08:00:00.000000\n"
            + "10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto";
    assertThat(chips(entry.formatted("2026-01-19"))).contains(Chip.EX_DIV);
    assertThat(chips(entry.formatted("2026-01-20"))).doesNotContain(Chip.EX_DIV);
  }

  @Test
  void aHaltHoldsUntilTradingResumes() {
    String halted =
        """
        10:00:00.000500 status SPY halted news
        10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto
        """;
    assertThat(chips(halted)).contains(Chip.HALTED);
    assertThat(
            chips(
                halted
                    + "10:01:00.000000 status SPY trading resumed\n"
                    + "10:01:01.000000 print SPY 260116C00600 1.30 2 CBOE auto\n"))
        .doesNotContain(Chip.HALTED);
  }

  private static List<Chip> chips(String lines) {
    return Chip.of(prints(lines).getLast().chips());
  }

  private static List<ChippedPrint> prints(String lines) {
    return Rooms.over(QUOTED + lines + "\n10:04:00.000000 tick\n").all(ChippedPrint.class);
  }
}
