package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.QuoteRing;
import java.util.ArrayDeque;
import java.util.Deque;

/// Large midpoint prints whose follow-up window is still running. At most [#LIMIT]: a new one
/// pushes the oldest out, unanswered.
final class Absorption {
  static final int LIMIT = 16;

  private final Deque<Candidate> waiting = new ArrayDeque<>(LIMIT);

  /// One print and how far the mid has been from where it was.
  static final class Candidate {
    long tsNanos;
    long dueNanos;
    long seq;
    int size;
    long priceMicros;
    long doubleMid;
    long allowedDouble;
    long farthestDouble;

    void see(long tsNanos, long doubleMidNow) {
      if (tsNanos > this.tsNanos && tsNanos <= dueNanos && doubleMidNow > 0) {
        farthestDouble = Math.max(farthestDouble, Math.abs(doubleMidNow - doubleMid));
      }
    }

    boolean isUnmoved() {
      return farthestDouble <= allowedDouble;
    }
  }

  /// Starts the window of a print; `quotes` may hold some of its follow-up already.
  void watch(OffExchangePrint print, DarkRules rules, QuoteRing quotes) {
    Candidate c = new Candidate();
    c.tsNanos = print.tsNanos();
    c.dueNanos = print.tsNanos() + rules.absorbWaitNanos();
    c.seq = print.equity().printSeq();
    c.size = print.equity().print().size();
    c.priceMicros = print.equity().print().priceMicros();
    c.doubleMid = print.nbbo().doubleMidMicros();
    long byBps = (long) (c.doubleMid * rules.absorbMoveBps() / 10_000);
    c.allowedDouble = Math.max(2 * print.nbbo().spreadMicros(), byBps);
    int start = quotes.asOf(c.tsNanos);
    for (int q = start < 0 ? quotes.first() : quotes.after(start); q >= 0; q = quotes.after(q)) {
      c.see(quotes.time(q), quotes.doubleMid(q));
    }
    if (waiting.size() == LIMIT) {
      waiting.removeFirst();
    }
    waiting.addLast(c);
  }

  void quote(long tsNanos, long doubleMid) {
    for (Candidate c : waiting) {
      c.see(tsNanos, doubleMid);
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// The next print whose window ended by `tsNanos`; null when there is none.
  @org.jspecify.annotations.Nullable
  Candidate due(long tsNanos) {
    Candidate first = waiting.peekFirst();
    return first != null && first.dueNanos <= tsNanos ? waiting.removeFirst() : null;
  }

  void clear() {
    waiting.clear();
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    for (Candidate c : waiting) {
      out.putLong(c.tsNanos);
      out.putLong(c.dueNanos);
      out.putLong(c.seq);
      out.putInt(c.size);
      out.putLong(c.priceMicros);
      out.putLong(c.doubleMid);
      out.putLong(c.allowedDouble);
      out.putLong(c.farthestDouble);
    }
  }

  void load(StateReader in) {
    waiting.clear();
    for (int n = in.getInt(); n > 0; n--) {
      Candidate c = new Candidate();
      c.tsNanos = in.getLong();
      c.dueNanos = in.getLong();
      c.seq = in.getLong();
      c.size = in.getInt();
      c.priceMicros = in.getLong();
      c.doubleMid = in.getLong();
      c.allowedDouble = in.getLong();
      c.farthestDouble = in.getLong();
      waiting.addLast(c);
    }
  }
}
