package io.truetape.pipeline.alert;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;

/// How often a rule matched each contract lately, for `count=5&withinMinutes=2`.
///
/// Remembers at most [#CONTRACTS] contracts; one more is not counted.
final class Recurrence {
  static final int CONTRACTS = 4_096;

  private final int count;
  private final long withinNanos;
  private final IntTable<long[]> times = new IntTable<>();

  Recurrence(int count, long withinNanos) {
    this.count = count;
    this.withinNanos = withinNanos;
  }

  /// Counts a match; true when it is the one that completes the count, which then begins anew.
  boolean completes(int contract, long tsNanos) {
    if (count <= 1) {
      return true;
    }
    long[] last = times.get(contract);
    if (last == null) {
      if (times.size() == CONTRACTS) {
        return false;
      }
      last = new long[count];
      times.put(contract, last);
    }
    System.arraycopy(last, 1, last, 0, count - 1);
    last[count - 1] = tsNanos;
    if (last[0] == 0 || tsNanos - last[0] > withinNanos) {
      return false;
    }
    java.util.Arrays.fill(last, 0);
    return true;
  }

  void save(StateWriter out) {
    out.putInt(times.size());
    for (int i = 0; i < times.size(); i++) {
      out.putInt(times.keyAt(i));
      out.putLongs(times.valueAt(i), count);
    }
  }

  void load(StateReader in) {
    times.clear();
    for (int n = in.getInt(); n > 0; n--) {
      times.put(in.getInt(), in.getLongs());
    }
  }
}
