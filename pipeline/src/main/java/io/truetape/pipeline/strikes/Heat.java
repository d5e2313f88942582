package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.strikes.HeatCell;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.market.ExpiryBucket;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The forming minute's flow by strike and expiry bucket: a table of [HeatCells#LIMIT] cells,
/// without allocation per print. Slot [HeatCells#LIMIT] takes what no cell is left for.
final class Heat {
  private static final int OTHER = HeatCells.LIMIT;
  private static final int SLOTS = 1_024;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final int symbol;
  private final String text;
  private final int[] slots = new int[SLOTS];
  private final long[] strikes = new long[OTHER + 1];
  private final byte[] buckets = new byte[OTHER + 1];
  private final long[] volume = new long[OTHER + 1];
  private final long[] premium = new long[OTHER + 1];
  private final long[] signed = new long[OTHER + 1];
  private final long[] weighted = new long[OTHER + 1];
  private int cells;
  private int others;
  private boolean any;
  private long startNanos = Long.MIN_VALUE;

  Heat(int symbol, String text) {
    this.symbol = symbol;
    this.text = text;
  }

  /// Books a flow; one that is older than the forming minute goes into the forming one.
  void add(long tsNanos, long strikeMicros, ExpiryBucket bucket, Flow flow, Emitter out) {
    if (tsNanos >= startNanos + Minute.NANOS || startNanos == Long.MIN_VALUE) {
      long start = Math.floorDiv(tsNanos, Minute.NANOS) * Minute.NANOS;
      closeUntil(start, out);
      startNanos = start;
    }
    int cell = cell(strikeMicros, (byte) bucket.ordinal());
    volume[cell] += flow.volume;
    premium[cell] += flow.premium;
    signed[cell] += flow.directional();
    weighted[cell] += flow.directionalWeighted();
    others += cell == OTHER ? 1 : 0;
    any = true;
  }

  /// Publishes the forming minute when it ends at or before `tsNanos`.
  void closeUntil(long tsNanos, Emitter out) {
    if (!any || startNanos + Minute.NANOS > tsNanos) {
      return;
    }
    List<HeatCell> list = new ArrayList<>(cells);
    ExpiryBucket[] all = ExpiryBucket.values();
    for (int i = 0; i < cells; i++) {
      list.add(
          new HeatCell(strikes[i], all[buckets[i]], volume[i], premium[i], signed[i], weighted[i]));
    }
    list.sort(Comparator.comparingLong(HeatCell::strikeMicros).thenComparing(HeatCell::bucket));
    out.emit(
        new HeatCells(
            startNanos + Minute.NANOS,
            symbol,
            text,
            startNanos,
            list,
            others,
            volume[OTHER],
            premium[OTHER],
            signed[OTHER],
            weighted[OTHER]));
    empty();
  }

  void clear() {
    empty();
    startNanos = Long.MIN_VALUE;
  }

  private int cell(long strikeMicros, byte bucket) {
    int slot = slot(strikeMicros, bucket);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (cells == OTHER) {
      return OTHER;
    }
    strikes[cells] = strikeMicros;
    buckets[cells] = bucket;
    slots[slot] = ++cells;
    return cells - 1;
  }

  private int slot(long strikeMicros, byte bucket) {
    int slot = (int) (((strikeMicros * 4 + bucket) * MIX) >>> 54);
    while (slots[slot] != 0
        && (strikes[slots[slot] - 1] != strikeMicros || buckets[slots[slot] - 1] != bucket)) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private void empty() {
    Arrays.fill(slots, 0);
    Arrays.fill(volume, 0);
    Arrays.fill(premium, 0);
    Arrays.fill(signed, 0);
    Arrays.fill(weighted, 0);
    cells = 0;
    others = 0;
    any = false;
  }

  void save(StateWriter out) {
    out.putLong(startNanos);
    out.putBoolean(any);
    out.putInt(others);
    out.putInt(cells);
    for (int i = 0; i <= cells; i++) {
      int at = i == cells ? OTHER : i;
      out.putLong(strikes[at]);
      out.putInt(buckets[at]);
      out.putLong(volume[at]);
      out.putLong(premium[at]);
      out.putLong(signed[at]);
      out.putLong(weighted[at]);
    }
  }

  void load(StateReader in) {
    empty();
    startNanos = in.getLong();
    any = in.getBoolean();
    others = in.getInt();
    int saved = in.getInt();
    for (int i = 0; i <= saved; i++) {
      long strike = in.getLong();
      byte bucket = (byte) in.getInt();
      int at = i == saved ? OTHER : cell(strike, bucket);
      volume[at] = in.getLong();
      premium[at] = in.getLong();
      signed[at] = in.getLong();
      weighted[at] = in.getLong();
    }
  }
}
