package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.market.JoinQuality;
import io.truetape.testkit.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteJoinTest {
  @Test
  void everyLocationIsFoundByExactComparison() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
        10:00:00.001000 print SPY 260116C00600 1.26 1 CBOE auto
        => quoted  ABOVE_ASK
        10:00:00.002000 print SPY 260116C00600 1.25 1 CBOE auto
        => quoted  ASK
        10:00:00.003000 print SPY 260116C00600 1.23 1 CBOE auto
        => quoted  ABOVE_MID
        10:00:00.004000 print SPY 260116C00600 1.225 1 CBOE auto
        => quoted  MID
        10:00:00.005000 print SPY 260116C00600 1.224999 1 CBOE auto
        => quoted  BELOW_MID
        10:00:00.006000 print SPY 260116C00600 1.20 1 CBOE auto
        => quoted  BID
        10:00:00.007000 print SPY 260116C00600 1.19 1 CBOE auto
        => quoted  BELOW_BID
        10:00:01.000000 tick
        """);
  }

  @Test
  void aQuoteThatCannotLocateSaysWhy() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 print SPY 260116C00600 1.00 1 CBOE auto seq=1
        => quoted  NO_QUOTE
        10:00:01.000000 quote SPY 260116C00600 1.30 x 1.25
        10:00:01.001000 print SPY 260116C00600 1.26 1 CBOE auto seq=2
        => quoted  CROSSED
        10:00:02.000000 quote SPY 260116C00600 1.25 x 1.25
        10:00:02.001000 print SPY 260116C00600 1.25 1 CBOE auto seq=3
        => quoted  LOCKED
        10:00:03.000000 quote SPY 260116C00600 - x 1.25
        10:00:03.001000 print SPY 260116C00600 1.25 1 CBOE auto seq=4
        => quoted  ONE_SIDED
        10:00:04.000000 quote SPY 260116C00600 1.20 x 1.25
        10:00:05.000001 print SPY 260116C00600 1.25 1 CBOE auto seq=5
        => quoted  STALE
        10:00:05.500000 quote SPY 260116C00600 1.20 x 1.25
        10:00:06.500000 print SPY 260116C00600 1.25 1 CBOE auto seq=6
        => quoted  ASK
        10:00:07.000000 tick
        """);
  }

  @Test
  void aZeroBidIsAQuote() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00700 0 x 0.05
        10:00:00.001000 print SPY 260116C00700 0.05 1 CBOE auto
        => quoted  ASK
        10:00:01.000000 tick
        """);
  }

  @Test
  void aQuoteStampedAfterThePrintIsNeverUsed() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
        10:00:00.002000 quote SPY 260116C00600 1.30 x 1.35
        10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE auto
        => quoted  ASK
        10:00:01.000000 tick
        """);
  }

  @Test
  void aQuoteThatArrivesWithinTheJoinWaitIsUsed() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
        10:00:00.010000 print SPY 260116C00600 1.35 1 CBOE auto
        10:00:00.009000 quote SPY 260116C00600 1.30 x 1.35
        => quoted  ASK
        10:00:01.000000 tick
        """);
  }

  @Test
  void aQuoteThatArrivesAfterTheJoinWaitIsTooLate() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
        10:00:00.010000 print SPY 260116C00600 1.35 1 CBOE auto
        10:00:00.100000 tick
        10:00:00.009000 quote SPY 260116C00600 1.30 x 1.35
        => quoted  ABOVE_ASK
        10:00:01.000000 tick
        """);
  }

  @Test
  void theNbboThatCameWithThePrintWins() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25
            10:00:00.001000 print SPY 260116C00600 1.30 1 CBOE auto nbbo=1.30x1.40/1x1@-1ms
            """);
    assertThat(rooms.words(EventKind.QUOTED_PRINT)).containsExactly("quoted  BID");
    assertThat(rooms.all(QuotedPrint.class).getFirst().joinQuality())
        .isEqualTo(JoinQuality.IN_BAND);
  }

  @Test
  void aVenuesOwnQuoteIsNotTheNbbo() {
    assertQuoted(
        """
        day 2026-01-16
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 venue=CBOE
        10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE auto
        => quoted  NO_QUOTE
        10:00:01.000000 tick
        """);
  }

  @Test
  void spotIsTheUnderlyingMidAsOfThePrint() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 bbo SPY 599.99 x 600.02
            10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE auto
            10:00:00.001500 bbo SPY 610.00 x 610.02
            10:00:01.000000 tick
            """);
    assertThat(rooms.all(QuotedPrint.class).getFirst().spotDoubleMicros())
        .isEqualTo(1_200_010_000L);
  }

  private static void assertQuoted(String tape) {
    List<String> expected = Tape.expected(tape);
    assertThat(Rooms.over(tape).words(EventKind.QUOTED_PRINT)).isEqualTo(expected);
  }
}
