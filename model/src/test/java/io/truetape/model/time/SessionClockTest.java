package io.truetape.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.symbol.Osi;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionClockTest {
  private final SessionClock clock = SessionClock.standard();

  @Test
  void theOpenIsAtHalfPastNineInWinterAndSummer() {
    assertThat(instant(day("2026-01-16").openNanos())).isEqualTo("2026-01-16T14:30:00Z");
    assertThat(instant(day("2026-07-15").openNanos())).isEqualTo("2026-07-15T13:30:00Z");
    assertThat(instant(day("2026-01-16").closeNanos())).isEqualTo("2026-01-16T21:00:00Z");
    assertThat(instant(day("2026-01-16").lateCloseNanos())).isEqualTo("2026-01-16T21:15:00Z");
  }

  @Test
  void theDaysOfTheClockChangeHaveTwentyThreeAndTwentyFiveHours() {
    long hour = 3_600_000_000_000L;
    SessionDay spring = day("2026-03-08");
    SessionDay autumn = day("2026-11-01");
    assertThat(spring.nextMidnightNanos() - spring.midnightNanos()).isEqualTo(23 * hour);
    assertThat(autumn.nextMidnightNanos() - autumn.midnightNanos()).isEqualTo(25 * hour);
  }

  @Test
  void aHalfDayClosesAtOne() {
    assertThat(instant(day("2015-12-24").closeNanos())).isEqualTo("2015-12-24T18:00:00Z");
    assertThat(day("2015-12-24").isHalfDay()).isTrue();
    assertThat(day("2015-12-23").isHalfDay()).isFalse();
  }

  @Test
  void settlementIsAtTheOpenForAmAndAtTheCloseForPm() {
    assertThat(instant(clock.settlementNanos(Osi.parse("SPX   260116C06900000"))))
        .isEqualTo("2026-01-16T14:30:00Z");
    assertThat(instant(clock.settlementNanos(Osi.parse("SPXW  260116C06900000"))))
        .isEqualTo("2026-01-16T21:00:00Z");
    assertThat(instant(clock.settlementNanos(Osi.parse("SPY   251128C00600000"))))
        .isEqualTo("2025-11-28T18:00:00Z");
  }

  @Test
  void everyInstantLiesInItsOwnDay() {
    long from = day("2025-12-30").midnightNanos();
    for (long ts = from; ts < from + 400L * 86_400_000_000_000L; ts += 3_599_999_999_999L) {
      assertThat(clock.dayAt(ts).contains(ts)).isTrue();
    }
  }

  private SessionDay day(String date) {
    return clock.day((int) LocalDate.parse(date).toEpochDay());
  }

  private static String instant(long nanos) {
    return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L).toString();
  }
}
