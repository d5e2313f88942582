package io.truetape.pipeline.alert;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/// When alerts opened, for the limit per hour, and how many were withheld since.
final class Openings {
  private static final long HOUR = 3_600_000_000_000L;
  private static final int LIMIT = 1_024;
  private static final int NAMES = 256;

  private final long[] times = new long[LIMIT];
  private int next;
  private int withheld;
  private final Deque<Named> named = new ArrayDeque<>();

  private record Named(long seq, String thesis) {}

  /// False when an alert of this name was asked for before, among the last [#NAMES].
  boolean isFirst(long seq, String thesis) {
    Named name = new Named(seq, thesis);
    if (named.contains(name)) {
      return false;
    }
    if (named.size() == NAMES) {
      named.removeFirst();
    }
    named.addLast(name);
    return true;
  }

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
    out.putInt(named.size());
    for (Named name : named) {
      out.putLong(name.seq);
      out.putText(name.thesis);
    }
  }

  void load(StateReader in) {
    System.arraycopy(in.getLongs(), 0, times, 0, LIMIT);
    next = in.getInt();
    withheld = in.getInt();
    named.clear();
    for (int n = in.getInt(); n > 0; n--) {
      named.addLast(new Named(in.getLong(), in.getText()));
    }
  }
}
