package io.truetape.pipeline.table;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// Where the underlying stood, second by second, over the last [#SECONDS] seconds.
///
/// Fed from the spot on finished prints, so it is as of exchange time and does not depend on
/// arrival. Each second keeps its last value.
public final class SpotTrail {
  public static final int SECONDS = 512;
  private static final long NANOS = 1_000_000_000L;

  private final long[] second = new long[SECONDS];
  private final long[] value = new long[SECONDS];

  public void add(long tsNanos, long spotDoubleMicros) {
    if (spotDoubleMicros <= 0) {
      return;
    }
    long s = Math.floorDiv(tsNanos, NANOS);
    int at = (int) Math.floorMod(s, (long) SECONDS);
    if (s >= second[at]) {
      second[at] = s;
      value[at] = spotDoubleMicros;
    }
  }

  /// The last value in the second of `tsNanos` or up to `seconds` before it; 0 when there is none.
  public long at(long tsNanos, int seconds) {
    long s = Math.floorDiv(tsNanos, NANOS);
    for (int back = 0; back <= seconds; back++) {
      int at = (int) Math.floorMod(s - back, (long) SECONDS);
      if (second[at] == s - back) {
        return value[at];
      }
    }
    return 0;
  }

  /// Move from the value about a minute before `tsNanos` to `spotDoubleMicros`, in basis points; 0
  /// when either is unknown.
  public double minuteMoveBps(long tsNanos, long spotDoubleMicros) {
    return moveBps(at(tsNanos - 60 * NANOS, 240), spotDoubleMicros);
  }

  /// (to - from) / from in basis points; 0 when either is unknown.
  public static double moveBps(long from, long to) {
    return from <= 0 || to <= 0 ? 0 : (to - from) * 1e4 / from;
  }

  public void save(StateWriter out) {
    out.putLongs(second, SECONDS);
    out.putLongs(value, SECONDS);
  }

  public void load(StateReader in) {
    System.arraycopy(in.getLongs(), 0, second, 0, SECONDS);
    System.arraycopy(in.getLongs(), 0, value, 0, SECONDS);
  }

  public void clear() {
    Arrays.fill(second, 0);
    Arrays.fill(value, 0);
  }
}
