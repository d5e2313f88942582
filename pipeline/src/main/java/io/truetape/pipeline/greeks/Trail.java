package io.truetape.pipeline.greeks;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The last few quotes of one instrument in order of exchange time, so that a watermark sees what
/// stood at its own time whatever arrived since. Full, it drops the oldest. Three slots each: time,
/// bid, ask.
final class Trail {
  private final long[] cells;
  private int size;

  Trail(int limit) {
    cells = new long[limit * 3];
  }

  void add(long ts, long bid, long ask) {
    if (size * 3 == cells.length) {
      if (ts < cells[0]) {
        return;
      }
      System.arraycopy(cells, 3, cells, 0, cells.length - 3);
      size--;
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
    System.arraycopy(saved, 0, cells, 0, saved.length);
    size = saved.length / 3;
  }
}
