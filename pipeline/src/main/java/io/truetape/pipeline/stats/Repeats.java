package io.truetape.pipeline.stats;

import io.truetape.model.market.QuoteLocation;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// How many prints of one contract carried each side label in the trailing window.
///
/// A ring of times and labels, counted as they enter and leave. At [#LIMIT] the oldest leaves early
/// and the count saturates there.
final class Repeats {
  static final int LIMIT = 4_096;
  private static final int LABELS = 7;

  private final int[] counts = new int[LABELS];
  private long[] times = new long[8];
  private byte[] labels = new byte[8];
  private int head;
  private int size;

  /// Slot of a location's side label: AA, A, MID, B, BB, STALE, MISSING.
  static int label(QuoteLocation location) {
    return switch (location) {
      case ABOVE_ASK -> 0;
      case ASK -> 1;
      case ABOVE_MID, MID, BELOW_MID -> 2;
      case BID -> 3;
      case BELOW_BID -> 4;
      case STALE -> 5;
      case NO_QUOTE, CROSSED, LOCKED, ONE_SIDED -> 6;
    };
  }

  void add(long tsNanos, int label, long windowNanos) {
    while (size > 0 && times[head] < tsNanos - windowNanos) {
      leave();
    }
    if (size == times.length) {
      if (size == LIMIT) {
        leave();
      } else {
        grow();
      }
    }
    int at = (head + size) & (times.length - 1);
    times[at] = tsNanos;
    labels[at] = (byte) label;
    counts[label]++;
    size++;
  }

  int count(int label) {
    return counts[label];
  }

  /// AA and A together for either of them, else the label's own count.
  int together(int label) {
    return label <= 1 ? counts[0] + counts[1] : counts[label];
  }

  void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      int at = (head + i) & (times.length - 1);
      out.putLong(times[at]);
      out.putInt(labels[at]);
    }
  }

  void load(StateReader in) {
    Arrays.fill(counts, 0);
    head = 0;
    size = 0;
    for (int n = in.getInt(); n > 0; n--) {
      add(in.getLong(), in.getInt(), Long.MAX_VALUE / 4);
    }
  }

  private void leave() {
    counts[labels[head]]--;
    head = (head + 1) & (times.length - 1);
    size--;
  }

  private void grow() {
    int capacity = times.length;
    long[] newTimes = new long[capacity * 2];
    byte[] newLabels = new byte[capacity * 2];
    for (int i = 0; i < size; i++) {
      int at = (head + i) & (capacity - 1);
      newTimes[i] = times[at];
      newLabels[i] = labels[at];
    }
    times = newTimes;
    labels = newLabels;
    head = 0;
  }
}
