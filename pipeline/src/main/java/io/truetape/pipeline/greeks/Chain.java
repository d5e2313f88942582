package io.truetape.pipeline.greeks;

import io.truetape.model.event.source.ContractListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The listed contracts of one underlying, at most [#LIMIT], and the expiries of an index.
final class Chain {
  static final int LIMIT = 20_000;
  private static final Comparator<Mark> ORDER =
      Comparator.<Mark>comparingLong(mark -> mark.settleNanos)
          .thenComparingLong(mark -> mark.terms.strikeMicros())
          .thenComparing(mark -> mark.terms.right())
          .thenComparing(mark -> mark.terms.root())
          .thenComparing(mark -> mark.terms.deliverable())
          .thenComparingInt(mark -> mark.terms.multiplier());

  private final SessionClock clock;
  private final IntTable<Mark> marks = new IntTable<>();
  private final List<Mark> inTurn = new ArrayList<>();
  private int cursor;
  private final TreeMap<Long, Expiry> expiries = new TreeMap<>();
  private final TreeMap<Long, Long> settlements = new TreeMap<>();

  Chain(SessionClock clock) {
    this.clock = clock;
  }

  void list(ContractListed listed) {
    list(new Mark(listed.contract(), listed.terms(), settleNanos(listed)));
  }

  private void list(Mark mark) {
    if (marks.size() == LIMIT || marks.get(mark.contractId) != null) {
      return;
    }
    if (!mark.terms.deliverable().isEmpty()) {
      mark.absence = GreeksAbsence.ADJUSTED;
    }
    marks.put(mark.contractId, mark);
    int at = -1 - Collections.binarySearch(inTurn, mark, ORDER);
    inTurn.add(Math.max(0, at), mark);
    cursor += at <= cursor && inTurn.size() > 1 ? 1 : 0;
    if (mark.isEuropean) {
      expiries.computeIfAbsent(mark.settleNanos, _ -> new Expiry()).add(mark);
    }
  }

  private long settleNanos(ContractListed listed) {
    boolean morning = listed.terms().settlement() == Settlement.AM;
    long key = listed.terms().expiryDay() * 2L + (morning ? 1 : 0);
    return settlements.computeIfAbsent(key, _ -> clock.settlementNanos(listed.terms()));
  }

  int size() {
    return marks.size();
  }

  @Nullable Mark mark(int contract) {
    return marks.get(contract);
  }

  /// The next contract whose turn it is, in order of expiry, strike and right: not of listing,
  /// which depends on arrival.
  Mark next() {
    cursor = cursor + 1 < inTurn.size() ? cursor + 1 : 0;
    return inTurn.get(cursor);
  }

  /// The expiry of a European mark.
  @Nullable Expiry expiry(Mark mark) {
    return expiries.get(mark.settleNanos);
  }

  void save(StateWriter out) {
    out.putInt(cursor);
    out.putInt(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.valueAt(i);
      out.putEvent(
          new ContractListed(mark.settleNanos, 0, FeedId.ENGINE, mark.contractId, 0, mark.terms));
      mark.save(out);
    }
    expiries.values().forEach(expiry -> expiry.save(out));
  }

  void load(StateReader in) {
    int saved = in.getInt();
    marks.clear();
    inTurn.clear();
    expiries.clear();
    for (int n = in.getInt(); n > 0; n--) {
      if (!(in.getEvent() instanceof ContractListed listed)) {
        throw new AssertionError("a saved mark without its contract");
      }
      Mark mark = new Mark(listed.contract(), listed.terms(), listed.sourceTsNanos());
      list(mark);
      mark.load(in);
    }
    expiries.values().forEach(expiry -> expiry.load(in));
    cursor = saved;
  }
}
