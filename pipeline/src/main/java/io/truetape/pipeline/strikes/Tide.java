package io.truetape.pipeline.strikes;

import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The minutes of one symbol's session: the forming one, the last [#KEPT] closed ones, and the
/// drift they add up to. What belongs to an older minute changes the drift only.
final class Tide {
  static final int KEPT = 64;

  private final int symbol;
  private final String text;
  private final Deque<Minute> closed = new ArrayDeque<>();
  private @Nullable Minute forming;
  private long latestStart = Long.MIN_VALUE;
  private long driftSigned;
  private long driftWeighted;

  Tide(int symbol, String text) {
    this.symbol = symbol;
    this.text = text;
  }

  void add(long tsNanos, Flow flow, Emitter out) {
    Minute current = forming;
    if (current != null && tsNanos >= current.startNanos && tsNanos < current.endNanos()) {
      current.add(flow);
      return;
    }
    long start = Math.floorDiv(tsNanos, Minute.NANOS) * Minute.NANOS;
    if (start > latestStart) {
      closeUntil(start, out);
      latestStart = start;
      Minute next = new Minute(start);
      next.add(flow);
      forming = next;
      return;
    }
    revise(start, flow, out);
  }

  /// Closes the forming minute when it ends at or before `tsNanos`.
  void closeUntil(long tsNanos, Emitter out) {
    Minute minute = forming;
    if (minute == null || minute.endNanos() > tsNanos) {
      return;
    }
    forming = null;
    driftSigned += minute.netSigned();
    driftWeighted += minute.netWeighted();
    minute.driftSigned = driftSigned;
    minute.driftWeighted = driftWeighted;
    out.emit(minute.closed(symbol, text));
    closed.addFirst(minute);
    if (closed.size() > KEPT) {
      closed.removeLast();
    }
  }

  private void revise(long start, Flow flow, Emitter out) {
    long signed = flow.directional();
    long weighted = flow.directionalWeighted();
    driftSigned += signed;
    driftWeighted += weighted;
    for (Minute minute : closed) {
      if (minute.startNanos < start) {
        return;
      }
      minute.driftSigned += signed;
      minute.driftWeighted += weighted;
      if (minute.startNanos == start) {
        minute.add(flow);
        minute.revise();
        out.emit(minute.closed(symbol, text));
        return;
      }
    }
  }

  void clear() {
    closed.clear();
    forming = null;
    latestStart = Long.MIN_VALUE;
    driftSigned = 0;
    driftWeighted = 0;
  }

  void save(StateWriter out) {
    out.putLong(latestStart);
    out.putLong(driftSigned);
    out.putLong(driftWeighted);
    out.putBoolean(forming != null);
    if (forming != null) {
      forming.save(out);
    }
    out.putInt(closed.size());
    for (Iterator<Minute> i = closed.descendingIterator(); i.hasNext(); ) {
      i.next().save(out);
    }
  }

  void load(StateReader in) {
    latestStart = in.getLong();
    driftSigned = in.getLong();
    driftWeighted = in.getLong();
    forming = in.getBoolean() ? Minute.load(in) : null;
    closed.clear();
    for (int n = in.getInt(); n > 0; n--) {
      closed.addFirst(Minute.load(in));
    }
  }
}
