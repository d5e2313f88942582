package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.testkit.Tape;
import org.junit.jupiter.api.Test;

class SideTest {
  @Test
  void aPrintAtTheAskIsBoughtAndAtTheBidSold() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 size=10x20
        10:00:00.001000 print SPY 260116C00600 1.25 7 CBOE auto
        => sided  BUY p=0.60 rule=quote
        10:00:00.002000 print SPY 260116C00600 1.20 7 CBOE auto
        => sided  SELL p=0.40 rule=quote
        10:00:01.000000 tick
        """);
  }

  @Test
  void theSizeOfOneSideOfTheQuoteDecidesFirst() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 size=10x20
        10:00:00.001000 print SPY 260116C00600 1.25 10 CBOE auto
        => sided  BUY p=0.78 rule=size
        10:00:00.002000 print SPY 260116C00600 1.25 20 CBOE auto
        => sided  SELL p=0.22 rule=size
        10:00:01.000000 tick
        """);
  }

  @Test
  void equalSizesDecideNothing() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 size=10x10
        10:00:00.001000 print SPY 260116C00600 1.25 10 CBOE auto
        => sided  BUY p=0.60 rule=quote
        10:00:01.000000 tick
        """);
  }

  @Test
  void nearTheMidIsUnknownNearTheQuoteIsNot() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.00 x 2.00 size=90x80
        10:00:00.001000 print SPY 260116C00600 1.51 1 CBOE auto
        => sided  UNKNOWN p=0.55 rule=quote
        10:00:00.002000 print SPY 260116C00600 1.95 1 CBOE auto
        => sided  BUY p=0.64 rule=quote
        10:00:01.000000 tick
        """);
  }

  @Test
  void theThinnerSideDecidesAtTheMidThenTheTick() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.30 size=10x20
        10:00:00.001000 print SPY 260116C00600 1.25 3 CBOE auto
        => sided  UNKNOWN p=0.57 rule=depth
        10:00:00.002000 quote SPY 260116C00600 1.20 x 1.30 size=20x20
        10:00:00.003000 print SPY 260116C00600 1.25 4 CBOE auto
        => sided  UNKNOWN p=0.50 rule=undecided
        10:00:00.004000 print SPY 260116C00600 1.30 5 CBOE auto
        => sided  BUY p=0.60 rule=quote
        10:00:00.005000 print SPY 260116C00600 1.25 6 CBOE auto
        => sided  UNKNOWN p=0.46 rule=tick
        10:00:01.000000 tick
        """);
  }

  @Test
  void anIndexOptionAtTheMidIsNeverSigned() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 quote SPXW 260116C06900 10.00 x 11.00 size=10x20
        10:00:00.001000 print SPXW 260116C06900 10.50 10 CBOE auto
        => sided  UNKNOWN p=0.50 rule=index-mid
        10:00:01.000000 tick
        """);
  }

  @Test
  void aLegNeverCarriesItsOwnDirection() {
    for (char code : "fghijlmt".toCharArray()) {
      assertThat(ruleOf(code)).as("code " + code).isEqualTo("leg");
    }
    for (char code : "knopqrs".toCharArray()) {
      assertThat(ruleOf(code)).as("code " + code).isEqualTo("tied");
    }
    assertThat(ruleOf('u')).isEqualTo("excluded");
    assertThat(ruleOf('a')).isEqualTo("quote");
  }

  @Test
  void unusableQuotesGiveTheReason() {
    assertSided(
        """
        day 2026-01-16
        10:00:00.000000 print SPY 260116C00600 1.25 1 CBOE auto
        => sided  UNKNOWN p=0.50 rule=no-quote
        10:00:01.000000 quote SPY 260116C00600 1.30 x 1.25 size=1x2
        10:00:01.001000 print SPY 260116C00600 1.26 5 CBOE auto
        => sided  UNKNOWN p=0.50 rule=crossed
        10:00:02.000000 quote SPY 260116C00600 1.25 x 1.25
        10:00:02.001000 print SPY 260116C00600 1.25 6 CBOE auto
        => sided  UNKNOWN p=0.50 rule=locked
        10:00:05.000000 print SPY 260116C00600 1.25 7 CBOE auto
        => sided  UNKNOWN p=0.50 rule=stale
        10:00:06.000000 tick
        """);
  }

  private static String ruleOf(char code) {
    String mnemonic =
        io.truetape.model.market.SaleCondition.of(code)
            .mnemonic()
            .toLowerCase(java.util.Locale.ROOT);
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
            10:00:00.001000 print SPY 260116C00600 1.25 7 CBOE %s
            10:00:01.000000 tick
            """
                .formatted(mnemonic));
    return rooms.all(SidedPrint.class).getFirst().rule().text();
  }

  private static void assertSided(String tape) {
    assertThat(Rooms.over(tape).words(EventKind.SIDED_PRINT)).isEqualTo(Tape.expected(tape));
  }
}
