package io.truetape.pipeline.chips;

import io.truetape.model.time.TradingCalendar;
import java.time.LocalDate;

/// Which expiry days are standard monthlies, remembered for the days last asked for.
final class Monthlies {
  private static final int SLOTS = 256;

  private final TradingCalendar calendar;
  private final int[] days = new int[SLOTS];
  private final boolean[] answers = new boolean[SLOTS];

  Monthlies(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  boolean contains(int expiryDay) {
    int slot = expiryDay & (SLOTS - 1);
    if (days[slot] != expiryDay) {
      days[slot] = expiryDay;
      answers[slot] = calendar.isStandardMonthly(LocalDate.ofEpochDay(expiryDay));
    }
    return answers[slot];
  }
}
