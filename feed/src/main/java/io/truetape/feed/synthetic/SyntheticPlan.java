package io.truetape.feed.synthetic;

import io.truetape.model.text.BadInput;
import io.truetape.model.time.TradingCalendar;
import java.time.LocalDate;

/// Everything that decides what the market does, and how fast it is told.
///
/// | component | meaning |
/// |---|---|
/// | `seed` | any number |
/// | `mode` | how busy |
/// | `firstDay` | epoch day of the first session; a trading day of 2012 to 2030 |
/// | `symbols` | underlyings, 1 to 500 |
/// | `days` | sessions to play; 0 without end |
/// | `speed` | times real time; 0 as fast as it can be taken. Does not change the events |
public record SyntheticPlan(
    long seed, SyntheticMode mode, int firstDay, int symbols, int days, double speed) {
  /// 2026-01-16, a Friday and a monthly expiry.
  public static final int FIRST_DAY = 20_469;

  public SyntheticPlan {
    LocalDate date = LocalDate.ofEpochDay(firstDay);
    TradingCalendar calendar = TradingCalendar.published();
    if (!calendar.covers(date) || !calendar.isTradingDay(date)) {
      throw new BadInput(
          "synthetic first day %s is no trading day of 2012 to 2030; the next one is %s"
              .formatted(date, calendar.next(date)));
    }
    if (symbols < 1 || symbols > 500) {
      throw new BadInput("synthetic symbols " + symbols + " must be 1 to 500");
    }
    if (days < 0) {
      throw new BadInput("synthetic days " + days + " must be 0 (without end) or more");
    }
    if (!(speed >= 0) || speed > 100_000) {
      throw new BadInput("synthetic speed " + speed + " must be 0 (unpaced) to 100000");
    }
  }

  /// Forty underlyings from 2026-01-16 on, without end, in real time.
  public static SyntheticPlan standard(long seed, SyntheticMode mode) {
    return new SyntheticPlan(seed, mode, FIRST_DAY, 40, 0, 1);
  }

  public SyntheticPlan atSpeed(double newSpeed) {
    return new SyntheticPlan(seed, mode, firstDay, symbols, days, newSpeed);
  }
}
