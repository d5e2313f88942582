package io.truetape.pipeline.chips;

import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// What is scheduled for one symbol, and since when that is known. At most [#LIMIT] entries.
final class Agenda {
  static final int LIMIT = 256;

  private final CalendarKind[] kinds = new CalendarKind[LIMIT];
  private final int[] days = new int[LIMIT];
  private final long[] announced = new long[LIMIT];
  private int count;
  private int next;

  void add(CalendarEntry entry) {
    kinds[next] = entry.entryKind();
    days[next] = entry.day();
    announced[next] = entry.announcedTsNanos();
    next = (next + 1) % LIMIT;
    count = Math.min(LIMIT, count + 1);
  }

  /// True when such an event was known by `tsNanos` and falls on `day` to `day + within`.
  boolean has(CalendarKind kind, int day, long within, long tsNanos) {
    for (int i = 0; i < count; i++) {
      if (kinds[i] == kind
          && announced[i] <= tsNanos
          && days[i] >= day
          && days[i] <= day + within) {
        return true;
      }
    }
    return false;
  }

  void save(StateWriter out) {
    out.putInt(count);
    out.putInt(next);
    for (int i = 0; i < count; i++) {
      out.putInt(kinds[i].ordinal());
      out.putInt(days[i]);
      out.putLong(announced[i]);
    }
  }

  void load(StateReader in) {
    count = in.getInt();
    next = in.getInt();
    for (int i = 0; i < count; i++) {
      kinds[i] = CalendarKind.values()[in.getInt()];
      days[i] = in.getInt();
      announced[i] = in.getLong();
    }
  }
}
