package io.truetape.pipeline.greeks;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// The latest quotes of one instrument in order of exchange time, so that a watermark sees what
/// stood at its own time whatever arrived since. Keeps what is younger than a fifth of a second and
/// the one before; grows to [#LIMIT], where the oldest is dropped. Three slots each: time, bid, ask.
final class Trail {
  static final int LIMIT = 1_024;
  private static final long KEPT_NANOS = 200_000_000L;

  private long[] cells = new long[4 * 3];
  private int size;

  void add(long ts, long bid, long ask) {
    if (size * 3 == cells.length) {
      makeRoom(ts);
    }
    int place = size;
    while (place > 0 && cells[place * 3 - 3] > ts) {
      System.arraycopy(cells, place * 3 - 3, cells, place * 3, 3);
      place--;
    }
    cells[place * 3] = ts;
    cells[place * 3 + 1] = bid;
    cells[place * 3 + 2] = ask;
    size++;
  }

  private void makeRoom(long ts) {
    int dropped = 0;
    while (dropped + 1 < size && cells[(dropped + 1) * 3] < ts - KEPT_NANOS) {
      dropped++;
    }
    if (dropped == 0 && size < LIMIT) {
      cells = Arrays.copyOf(cells, cells.length * 2);
      return;
    }
    dropped = Math.max(1, dropped);
    size -= dropped;
    System.arraycopy(cells, dropped * 3, cells, 0, size * 3);
  }

  /// Place of the last quote at or before `ts`, -1 without one.
  int asOf(long ts) {
    int i = size - 1;
    while (i >= 0 && cells[i * 3] > ts) {
      i--;
    }
    return i;
  }

  long time(int place) {
    return cells[place * 3];
  }

  long bid(int place) {
    return cells[place * 3 + 1];
  }

  long ask(int place) {
    return cells[place * 3 + 2];
  }

  void save(StateWriter out) {
    out.putLongs(cells, size * 3);
  }

  void load(StateReader in) {
    long[] saved = in.getLongs();
    size = saved.length / 3;
    cells = Arrays.copyOf(saved, Math.max(4, Integer.highestOneBit(Math.max(1, size - 1)) * 2) * 3);
  }
}
