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

  private static List<Chip> chips(String lines) {
    return Chip.of(prints(lines).getLast().chips());
  }

  private static List<ChippedPrint> prints(String lines) {
    return Rooms.over(QUOTED + lines + "\n10:04:00.000000 tick\n").all(ChippedPrint.class);
  }
}
