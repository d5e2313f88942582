package io.truetape.pipeline.table;

import io.truetape.model.market.Nbbo;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The latest quotes of one instrument, by exchange time.
///
/// Keeps everything a waiting print can still ask for, plus the one before. A quote that arrives
/// late is put in its place; of two with the same time the one received later wins. Capacity grows
/// to [#LIMIT], where the oldest is dropped. Add is O(1) in order, look-up O(log n).
///
/// Each quote takes four slots of one array: time, bid, ask, sizes (bid in the upper half).
public final class QuoteRing {
  public static final int LIMIT = 1_024;
  private static final int WIDTH = 4;

  private long[] cells = new long[4 * WIDTH];
  private int head;
  private int size;

  /// Takes a quote; `neededFrom` is the earliest time anyone may still ask for.
  public void add(long ts, long bid, long ask, int bidSize, int askSize, long neededFrom) {
    if (size * WIDTH == cells.length) {
      dropBefore(neededFrom);
      if (size * WIDTH == cells.length) {
        makeRoom();
      }
    }
    int place = size;
    while (place > 0 && cells[at(place - 1)] > ts) {
      System.arraycopy(cells, at(place - 1), cells, at(place), WIDTH);
      place--;
    }
    int cell = at(place);
    cells[cell] = ts;
    cells[cell + 1] = bid;
    cells[cell + 2] = ask;
    cells[cell + 3] = ((long) bidSize << 32) | (askSize & 0xFFFF_FFFFL);
    size++;
  }

  /// Handle of the last quote stamped at or before `ts`, or -1.
  public int asOf(long ts) {
    if (size > 0 && cells[at(size - 1)] <= ts) {
      return at(size - 1);
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells[at(middle)] <= ts) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? -1 : at(low - 1);
  }

  public Nbbo nbbo(int handle) {
    return handle < 0
        ? Nbbo.NONE
        : new Nbbo(
            cells[handle + 1],
            cells[handle + 2],
            (int) (cells[handle + 3] >> 32),
            (int) cells[handle + 3],
            cells[handle]);
  }

  public long time(int handle) {
    return cells[handle];
  }

  /// The quote that follows a handle in time, or -1.
  public int after(int handle) {
    int next = (handle + WIDTH) & (cells.length - 1);
    return handle >= 0 && handle != at(size - 1) ? next : -1;
  }

  /// The earliest quote kept, or -1.
  public int first() {
    return size == 0 ? -1 : at(0);
  }

  /// Bid plus ask when both are there, else 0.
  public long doubleMid(int handle) {
    return cells[handle + 1] > 0 && cells[handle + 2] > 0
        ? cells[handle + 1] + cells[handle + 2]
        : 0;
  }

  public void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      for (int w = 0; w < WIDTH; w++) {
        out.putLong(cells[at(i) + w]);
      }
    }
  }

  public void load(StateReader in) {
    size = 0;
    head = 0;
    for (int n = in.getInt(); n > 0; n--) {
      long ts = in.getLong();
      long bid = in.getLong();
      long ask = in.getLong();
      long sizes = in.getLong();
      add(ts, bid, ask, (int) (sizes >> 32), (int) sizes, Long.MIN_VALUE);
    }
  }

  /// Index of the time of the i-th quote.
  private int at(int i) {
    return ((head + i) * WIDTH) & (cells.length - 1);
  }

  private void dropBefore(long neededFrom) {
    while (size > 1 && cells[at(1)] <= neededFrom) {
      head++;
      size--;
    }
  }

  private void makeRoom() {
    if (size == LIMIT) {
      head++;
      size--;
      return;
    }
    long[] wider = new long[cells.length * 2];
    for (int i = 0; i < size; i++) {
      System.arraycopy(cells, at(i), wider, i * WIDTH, WIDTH);
    }
    cells = wider;
    head = 0;
  }
}
