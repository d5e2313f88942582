package io.truetape.pipeline.alert;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// When alerts opened, for the limit per hour, and how many were withheld since.
final class Openings {
  private static final long HOUR = 3_600_000_000_000L;
  private static final int LIMIT = 1_024;

  private final long[] times = new long[LIMIT];
  private int next;
  private int withheld;

  /// How many opened within the hour before `tsNanos`.
  int within(long tsNanos) {
    int count = 0;
    for (long time : times) {
      count += time > tsNanos - HOUR && time <= tsNanos ? 1 : 0;
    }
    return count;
  }

  void open(long tsNanos) {
    times[next] = tsNanos;
    next = (next + 1) % LIMIT;
    withheld = 0;
  }

  /// Counts one that was withheld; answers how many in a row.
  int withhold() {
    return ++withheld;
  }

  void save(StateWriter out) {
    out.putLongs(times, LIMIT);
    out.putInt(next);
    out.putInt(withheld);
  }

  void load(StateReader in) {
    System.arraycopy(in.getLongs(), 0, times, 0, LIMIT);
    next = in.getInt();
    withheld = in.getInt();
  }
}
