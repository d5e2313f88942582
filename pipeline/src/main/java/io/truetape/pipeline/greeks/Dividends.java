package io.truetape.pipeline.greeks;

import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Known cash dividends of the underlying, by ex-dividend day. 64; further ones are left out.
///
/// A share bought before the ex-day's midnight gets it. Announced amounts only: a calendar entry
/// without an amount changes no price.
final class Dividends {
  private static final int LIMIT = 64;
  private static final double YEAR_NANOS = 365 * 86_400e9;

  private final SessionClock clock;
  private final int[] days = new int[LIMIT];
  private final long[] instants = new long[LIMIT];
  private final long[] amounts = new long[LIMIT];
  private int size;

  Dividends(SessionClock clock) {
    this.clock = clock;
  }

  void take(CorporateAction action) {
    if (!action.actionKind().equals("dividend") || action.amountMicros() <= 0) {
      return;
    }
    int at = 0;
    while (at < size && days[at] != action.effectiveDay()) {
      at++;
    }
    if (at == LIMIT) {
      return;
    }
    days[at] = action.effectiveDay();
    instants[at] = clock.day(action.effectiveDay()).midnightNanos();
    amounts[at] = action.amountMicros();
    size = Math.max(size, at + 1);
  }

  /// What dividends from `now` to `settle` are worth now, dollars.
  double presentValue(long now, long settle, double rate) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (instants[i] > now && instants[i] <= settle) {
        double years = (instants[i] - now) / YEAR_NANOS;
        sum += amounts[i] / 1e6 * StrictMath.exp(-rate * years);
      }
    }
    return sum;
  }

  void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      out.putInt(days[i]);
      out.putLong(amounts[i]);
    }
  }

  void load(StateReader in) {
    size = in.getInt();
    for (int i = 0; i < size; i++) {
      days[i] = in.getInt();
      amounts[i] = in.getLong();
      instants[i] = clock.day(days[i]).midnightNanos();
    }
  }
}
