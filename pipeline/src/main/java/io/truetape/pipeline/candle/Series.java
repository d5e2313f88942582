package io.truetape.pipeline.candle;

import io.truetape.model.market.CandleInterval;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The candles of one interval: the forming one and the last [#KEPT] closed ones.
final class Series {
  static final int KEPT = 8;

  private final CandleInterval interval;
  private final Deque<Candle> closed = new ArrayDeque<>();
  private @Nullable Candle forming;
  private long lastClose;
  private long latestStart = Long.MIN_VALUE;

  Series(CandleInterval interval) {
    this.interval = interval;
  }

  CandleInterval interval() {
    return interval;
  }

  /// The candle of a moment, closing what ended before it; null when that moment is long past.
  @Nullable Candle at(long tsNanos, long midnightNanos, int symbol, String text, Emitter out) {
    long start =
        midnightNanos + Math.floorDiv(tsNanos - midnightNanos, interval.nanos()) * interval.nanos();
    Candle current = forming;
    if (current != null && start == current.startNanos) {
      return current;
    }
    if (start > latestStart) {
      closeUntil(start, symbol, text, out);
      latestStart = start;
      forming = new Candle(start);
      return forming;
    }
    for (Candle candle : closed) {
      if (candle.startNanos == start) {
        return candle;
      }
    }
    return null;
  }

  boolean isForming(Candle candle) {
    return candle == forming;
  }

  /// Publishes a closed candle again after a late print changed it.
  void revise(Candle candle, int symbol, String text, Emitter out) {
    candle.revise();
    out.emit(candle.closed(symbol, text, interval));
  }

  /// Closes the forming candle when it ends at or before `tsNanos`.
  void closeUntil(long tsNanos, int symbol, String text, Emitter out) {
    Candle candle = forming;
    if (candle == null || candle.startNanos + interval.nanos() > tsNanos) {
      return;
    }
    forming = null;
    candle.carry(lastClose);
    if (!candle.hasPrice()) {
      return;
    }
    lastClose = candle.close();
    out.emit(candle.closed(symbol, text, interval));
    closed.addFirst(candle);
    if (closed.size() > KEPT) {
      closed.removeLast();
    }
  }

  void save(StateWriter out) {
    out.putLong(lastClose);
    out.putLong(latestStart);
    out.putBoolean(forming != null);
    if (forming != null) {
      forming.save(out);
    }
    out.putInt(closed.size());
    for (Candle candle : closed) {
      candle.save(out);
    }
  }

  void load(StateReader in) {
    lastClose = in.getLong();
    latestStart = in.getLong();
    forming = in.getBoolean() ? Candle.load(in) : null;
    closed.clear();
    for (int n = in.getInt(); n > 0; n--) {
      closed.addLast(Candle.load(in));
    }
  }
}
