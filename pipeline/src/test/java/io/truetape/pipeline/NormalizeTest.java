package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.time.SessionPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizeTest {
  @Test
  void aRepeatedIdentityIsRefusedOnce() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 print SPY 260116C00600 1.25 5 CBOE auto seq=7
            10:00:00.000000 print SPY 260116C00600 1.25 5 CBOE auto seq=7
            10:00:00.000000 print SPY 260116C00600 1.25 5 CBOE auto seq=8
            10:00:01.000000 tick
            """);
    assertThat(rooms.words(EventKind.PRINT_REFUSED)).containsExactly("refused  DUPLICATE");
    assertThat(rooms.all(NormalizedPrint.class)).hasSize(2);
  }

  @Test
  void unsoundPrintsAreRefusedWithTheReason() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 print SPY 260116C00600 0 5 CBOE auto
            10:00:00.001000 print SPY 260116C00600 1.25 0 CBOE auto
            10:00:00.002000 print SPY 260115C00600 1.25 1 CBOE auto
            10:00:01.000000 tick
            """);
    assertThat(rooms.words(EventKind.PRINT_REFUSED))
        .containsExactly(
            "refused  NON_POSITIVE_PRICE",
            "refused  NON_POSITIVE_SIZE",
            "refused  EXPIRED_CONTRACT");
  }

  @Test
  void aCancelTakesBackVolume() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 print SPY 260116C00600 1.25 5 CBOE auto seq=1
            10:00:01.000000 print SPY 260116C00600 1.30 9 CBOE auto seq=2
            10:00:02.000000 print SPY 260116C00600 1.25 5 CBOE canc seq=3
            10:00:03.000000 print SPY 260116C00600 1.25 1 CBOE auto seq=4
            10:00:04.000000 tick
            """);
    Amended amended = rooms.all(Amended.class).getFirst();
    assertThat(amended.printSeq()).isEqualTo(3);
    assertThat(amended.size()).isEqualTo(5);
    assertThat(rooms.all(WindowedPrint.class).stream().map(WindowedPrint::dayVolume))
        .isEqualTo(List.of(5L, 14L, 10L));
  }

  @Test
  void aCancelWithoutItsPrintSaysSoAndTakesBackNothing() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.000000 print SPY 260116C00600 1.25 5 CBOE auto seq=1
            10:00:01.000000 print SPY 260116C00600 1.26 5 CBOE canc seq=2
            10:00:02.000000 print SPY 260116C00600 1.25 1 CBOE auto seq=3
            10:00:03.000000 tick
            """);
    assertThat(rooms.all(Amended.class).getFirst().foundOriginal()).isFalse();
    assertThat(rooms.all(WindowedPrint.class).getLast().dayVolume()).isEqualTo(6);
  }

  @Test
  void sessionsFollowTheClassOfTheOption() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            03:00:00.000000 print SPXW 260116C06900 1.25 1 CBOE exht
            10:00:00.000000 print AAPL 260116C00250 1.25 1 CBOE auto
            16:05:00.000000 print AAPL 260116C00250 1.25 1 CBOE auto
            16:05:01.000000 print SPY 260116C00600 1.25 1 CBOE auto
            16:30:00.000000 print SPXW 260116C06900 1.25 1 CBOE auto
            16:31:00.000000 print SPY 260116C00600 1.25 1 CBOE auto
            16:40:00.000000 tick
            """);
    assertThat(rooms.all(NormalizedPrint.class).stream().map(NormalizedPrint::phase))
        .containsExactly(
            SessionPhase.GTH,
            SessionPhase.RTH,
            SessionPhase.CLOSED,
            SessionPhase.RTH,
            SessionPhase.CURB,
            SessionPhase.CLOSED);
  }

  @Test
  void printsLeaveInOrderOfExchangeTime() {
    Rooms rooms =
        Rooms.over(
            """
            day 2026-01-16
            10:00:00.015000 print SPY 260116C00600 1.25 3 CBOE auto
            10:00:00.001000 print SPY 260116C00600 1.25 1 CBOE auto
            10:00:00.009000 print SPY 260116C00600 1.25 2 CBOE auto
            10:00:01.000000 tick
            """);
    assertThat(rooms.all(NormalizedPrint.class).stream().map(p -> p.print().size()))
        .containsExactly(1, 2, 3);
  }
}
