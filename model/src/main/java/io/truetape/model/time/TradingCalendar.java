package io.truetape.model.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/// US equity and option holidays and half days, 2012 to 2030, as data.
///
/// Source: NYSE holiday and early-closing notices, with the unscheduled closures of 2012-10-29/30
/// (storm), 2018-12-05 and 2025-01-09 (national mourning). Outside these years only weekends are
/// known, and [#covers] says so.
public final class TradingCalendar {
  private static final String HOLIDAYS =
      """
      2012: 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25
      2013: 01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25
      2014: 01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25
      2015: 01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25
      2016: 01-01 01-18 02-15 03-25 05-30 07-04 09-05 11-24 12-26
      2017: 01-02 01-16 02-20 04-14 05-29 07-04 09-04 11-23 12-25
      2018: 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25
      2019: 01-01 01-21 02-18 04-19 05-27 07-04 09-02 11-28 12-25
      2020: 01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25
      2021: 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24
      2022: 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26
      2023: 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25
      2024: 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25
      2025: 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25
      2026: 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25
      2027: 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24
      2028: 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25
      2029: 01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25
      2030: 01-01 01-21 02-18 04-19 05-27 06-19 07-04 09-02 11-28 12-25
      """;

  private static final String HALF_DAYS =
      """
      2012: 07-03 11-23 12-24
      2013: 07-03 11-29 12-24
      2014: 07-03 11-28 12-24
      2015: 11-27 12-24
      2016: 11-25
      2017: 07-03 11-24
      2018: 07-03 11-23 12-24
      2019: 07-03 11-29 12-24
      2020: 11-27 12-24
      2021: 11-26
      2022: 11-25
      2023: 07-03 11-24
      2024: 07-03 11-29 12-24
      2025: 07-03 11-28 12-24
      2026: 11-27 12-24
      2027: 11-26
      2028: 07-03 11-24
      2029: 07-03 11-23 12-24
      2030: 07-03 11-29 12-24
      """;

  private final long[] holidays;
  private final long[] halfDays;

  private TradingCalendar(long[] holidays, long[] halfDays) {
    this.holidays = holidays;
    this.halfDays = halfDays;
  }

  /// The calendar as published.
  public static TradingCalendar published() {
    return new TradingCalendar(days(HOLIDAYS), days(HALF_DAYS));
  }

  /// True when markets open on this date at all. O(log days).
  public boolean isTradingDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY
        && date.getDayOfWeek() != DayOfWeek.SUNDAY
        && Arrays.binarySearch(holidays, date.toEpochDay()) < 0;
  }

  /// True when stocks close at 13:00.
  public boolean isHalfDay(LocalDate date) {
    return Arrays.binarySearch(halfDays, date.toEpochDay()) >= 0;
  }

  /// True when holidays of the year are known.
  public boolean covers(LocalDate date) {
    return date.getYear() >= 2012 && date.getYear() <= 2030;
  }

  /// The first trading day after `date`.
  public LocalDate next(LocalDate date) {
    LocalDate d = date.plusDays(1);
    while (!isTradingDay(d)) {
      d = d.plusDays(1);
    }
    return d;
  }

  /// The last trading day before `date`.
  public LocalDate previous(LocalDate date) {
    LocalDate d = date.minusDays(1);
    while (!isTradingDay(d)) {
      d = d.minusDays(1);
    }
    return d;
  }

  /// True when `expiry` is a standard monthly: the third Friday, or the Thursday before it when
  /// that Friday is a holiday. Everything else that is listed is a weekly or a quarterly.
  public boolean isStandardMonthly(LocalDate expiry) {
    LocalDate third = expiry.withDayOfMonth(1);
    third = third.plusDays((12 - third.getDayOfWeek().getValue()) % 7).plusWeeks(2);
    if (expiry.equals(third) || expiry.equals(third.plusDays(1))) {
      return true;
    }
    return !isTradingDay(third) && expiry.equals(previous(third));
  }

  private static long[] days(String table) {
    return table
        .lines()
        .flatMap(
            line -> {
              String year = line.substring(0, 4);
              return Arrays.stream(line.substring(6).split(" "))
                  .map(md -> LocalDate.parse(year + "-" + md));
            })
        .mapToLong(LocalDate::toEpochDay)
        .toArray();
  }
}
