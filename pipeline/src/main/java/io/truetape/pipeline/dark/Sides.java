package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.price.Price;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// The qualifying off-exchange prints of the trailing span at one side of the quote.
///
/// A ring of at most [#LIMIT]; at the limit the oldest leaves early.
final class Sides {
  static final int LIMIT = 256;
  private static final int WIDTH = 4;

  private long[] cells = new long[8 * WIDTH];
  private int head;
  private int size;
  private long shares;

  void add(long tsNanos, long seq, int printSize, long priceMicros, long spanNanos) {
    leaveBefore(tsNanos - spanNanos);
    if (size * WIDTH == cells.length) {
      if (size == LIMIT) {
        leave();
      } else {
        grow();
      }
    }
    int cell = at(size++);
    cells[cell] = tsNanos;
    cells[cell + 1] = seq;
    cells[cell + 2] = printSize;
    cells[cell + 3] = priceMicros;
    shares += printSize;
  }

  /// Forgets prints before `tsNanos`.
  void leaveBefore(long tsNanos) {
    while (size > 0 && cells[at(0)] < tsNanos) {
      leave();
    }
  }

  int prints() {
    return size;
  }

  long shares() {
    return shares;
  }

  long fromNanos() {
    return cells[at(0)];
  }

  long lowMicros() {
    long low = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      low = Math.min(low, cells[at(i) + 3]);
    }
    return low;
  }

  long highMicros() {
    long high = 0;
    for (int i = 0; i < size; i++) {
      high = Math.max(high, cells[at(i) + 3]);
    }
    return high;
  }

  long notionalMicros() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Price.premium(cells[at(i) + 3], cells[at(i) + 2], 1);
    }
    return sum;
  }

  /// Log positions of the latest prints, earliest first.
  List<Long> evidence() {
    List<Long> seqs = new ArrayList<>();
    for (int i = Math.max(0, size - DarkInference.EVIDENCE_LIMIT); i < size; i++) {
      seqs.add(cells[at(i) + 1]);
    }
    return seqs;
  }

  void clear() {
    head = 0;
    size = 0;
    shares = 0;
  }

  void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      for (int w = 0; w < WIDTH; w++) {
        out.putLong(cells[at(i) + w]);
      }
    }
  }

  void load(StateReader in) {
    clear();
    for (int n = in.getInt(); n > 0; n--) {
      long ts = in.getLong();
      long seq = in.getLong();
      int printSize = (int) in.getLong();
      add(ts, seq, printSize, in.getLong(), Long.MAX_VALUE / 4);
    }
  }

  private int at(int i) {
    return ((head + i) * WIDTH) & (cells.length - 1);
  }

  private void leave() {
    shares -= cells[at(0) + 2];
    head = (head + 1) & (cells.length / WIDTH - 1);
    size--;
  }

  private void grow() {
    long[] wider = new long[cells.length * 2];
    for (int i = 0; i < size; i++) {
      System.arraycopy(cells, at(i), wider, i * WIDTH, WIDTH);
    }
    cells = wider;
    head = 0;
  }
}
