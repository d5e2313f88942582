package io.truetape.pipeline.table;

import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// What is scheduled for one symbol, and since when that is known. At most [#LIMIT] entries.
public final class Agenda {
  static final int LIMIT = 256;

  private final CalendarKind[] kinds = new CalendarKind[LIMIT];
  private final int[] days = new int[LIMIT];
  private final long[] announced = new long[LIMIT];
  private int count;
  private int next;

  public void add(CalendarEntry entry) {
    kinds[next] = entry.entryKind();
    days[next] = entry.day();
    announced[next] = entry.announcedTsNanos();
    next = (next + 1) % LIMIT;
    count = Math.min(LIMIT, count + 1);
  }

  /// True when such an event was known by `tsNanos` and falls on `day` to `day + within`.
  public boolean has(CalendarKind kind, int day, long within, long tsNanos) {
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

  /// Calendar days from `day` to the nearest such event known by `tsNanos`; -1 when there is none.
  public int daysTo(CalendarKind kind, int day, long tsNanos) {
    int nearest = -1;
    for (int i = 0; i < count; i++) {
      if (kinds[i] == kind && announced[i] <= tsNanos && days[i] >= day) {
        int distance = days[i] - day;
        nearest = nearest < 0 ? distance : Math.min(nearest, distance);
      }
    }
    return nearest;
  }

  public void save(StateWriter out) {
    out.putInt(count);
    out.putInt(next);
    for (int i = 0; i < count; i++) {
      out.putInt(kinds[i].ordinal());
      out.putInt(days[i]);
      out.putLong(announced[i]);
    }
  }

  public void load(StateReader in) {
    count = in.getInt();
    next = in.getInt();
    for (int i = 0; i < count; i++) {
      kinds[i] = CalendarKind.values()[in.getInt()];
      days[i] = in.getInt();
      announced[i] = in.getLong();
    }
  }
}
