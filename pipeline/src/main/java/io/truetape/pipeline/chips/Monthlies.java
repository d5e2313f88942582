package io.truetape.pipeline.chips;

import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.time.TradingCalendar;
import java.time.LocalDate;

/// Which expiries are standard monthlies; days are remembered for the last asked for.
final class Monthlies {
  private static final int SLOTS = 256;

  private final TradingCalendar calendar;
  private final int[] days = new int[SLOTS];
  private final boolean[] answers = new boolean[SLOTS];

  Monthlies(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /// By the root where it holds one series only (SPXW, SPX, VIX), else by the calendar.
  boolean isWeekly(Contract contract) {
    return switch (Roots.series(contract.root())) {
      case WEEKLY -> true;
      case MONTHLY -> false;
      case BOTH -> !contains(contract.expiryDay());
    };
  }

  private boolean contains(int expiryDay) {
    int slot = expiryDay & (SLOTS - 1);
    if (days[slot] != expiryDay) {
      days[slot] = expiryDay;
      answers[slot] = calendar.isStandardMonthly(LocalDate.ofEpochDay(expiryDay));
    }
    return answers[slot];
  }
}
