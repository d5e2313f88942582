package io.truetape.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dates written down from the exchanges' notices, not computed.
class TradingCalendarTest {
  private final TradingCalendar calendar = TradingCalendar.published();

  @Test
  void holidaysOfKnownYearsAreThoseOfTheNotices() {
    assertThat(closed(2012))
        .containsExactly(
            "2012-01-02",
            "2012-01-16",
            "2012-02-20",
            "2012-04-06",
            "2012-05-28",
            "2012-07-04",
            "2012-09-03",
            "2012-10-29",
            "2012-10-30",
            "2012-11-22",
            "2012-12-25");
    assertThat(closed(2021))
        .containsExactly(
            "2021-01-01",
            "2021-01-18",
            "2021-02-15",
            "2021-04-02",
            "2021-05-31",
            "2021-07-05",
            "2021-09-06",
            "2021-11-25",
            "2021-12-24");
    assertThat(closed(2022))
        .containsExactly(
            "2022-01-17",
            "2022-02-21",
            "2022-04-15",
            "2022-05-30",
            "2022-06-20",
            "2022-07-04",
            "2022-09-05",
            "2022-11-24",
            "2022-12-26");
    assertThat(closed(2025))
        .containsExactly(
            "2025-01-01",
            "2025-01-09",
            "2025-01-20",
            "2025-02-17",
            "2025-04-18",
            "2025-05-26",
            "2025-06-19",
            "2025-07-04",
            "2025-09-01",
            "2025-11-27",
            "2025-12-25");
    assertThat(closed(2026))
        .containsExactly(
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-04-03",
            "2026-05-25",
            "2026-06-19",
            "2026-07-03",
            "2026-09-07",
            "2026-11-26",
            "2026-12-25");
  }

  @Test
  void halfDaysOfKnownYearsAreThoseOfTheNotices() {
    assertThat(half(2013)).containsExactly("2013-07-03", "2013-11-29", "2013-12-24");
    assertThat(half(2018)).containsExactly("2018-07-03", "2018-11-23", "2018-12-24");
    assertThat(half(2023)).containsExactly("2023-07-03", "2023-11-24");
    assertThat(half(2024)).containsExactly("2024-07-03", "2024-11-29", "2024-12-24");
    assertThat(half(2026)).containsExactly("2026-11-27", "2026-12-24");
  }

  @Test
  void theMonthlyMovesToThursdayBeforeAGoodFriday() {
    assertThat(calendar.isStandardMonthly(LocalDate.of(2026, 1, 16))).isTrue();
    assertThat(calendar.isStandardMonthly(LocalDate.of(2026, 1, 23))).isFalse();
    assertThat(calendar.isStandardMonthly(LocalDate.of(2025, 4, 17))).isTrue();
    assertThat(calendar.isStandardMonthly(LocalDate.of(2026, 1, 15))).isFalse();
  }

  @Test
  void nextAndPreviousSkipWeekendsAndHolidays() {
    assertThat(calendar.next(LocalDate.of(2026, 1, 16))).isEqualTo("2026-01-20");
    assertThat(calendar.previous(LocalDate.of(2026, 7, 6))).isEqualTo("2026-07-02");
  }

  private List<String> closed(int year) {
    List<String> days = new ArrayList<>();
    for (LocalDate d = LocalDate.of(year, 1, 1); d.getYear() == year; d = d.plusDays(1)) {
      boolean weekend =
          d.getDayOfWeek() == DayOfWeek.SATURDAY || d.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (!weekend && !calendar.isTradingDay(d)) {
        days.add(d.toString());
      }
    }
    return days;
  }

  private List<String> half(int year) {
    List<String> days = new ArrayList<>();
    for (LocalDate d = LocalDate.of(year, 1, 1); d.getYear() == year; d = d.plusDays(1)) {
      if (calendar.isHalfDay(d)) {
        days.add(d.toString());
      }
    }
    return days;
  }
}
