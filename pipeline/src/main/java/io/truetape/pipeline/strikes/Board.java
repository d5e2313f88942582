package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The nearest expiry's flow by strike, and the window of it that is shown.
///
/// Flow of other expiries is not kept here. A contract keeps its open interest for the day when its
/// expiry becomes the nearest.
final class Board {
  private static final long SECOND = 1_000_000_000L;
  private static final long SHORTEST_BAR = 5 * SECOND;

  private final int symbol;
  private final String text;
  private final Ladder ladder = new Ladder();
  private final Centre centre = new Centre();
  private final IntTable<Listed> contracts = new IntTable<>();
  private final TreeMap<Long, StrikeFlow> flows = new TreeMap<>();
  private int nearest = -1;
  private int day;
  private long focus;
  private long barIndex;
  private long publishedNanos;
  private boolean changed;

  /// A listed contract, where its prints go, and its open interest (-1 when unknown).
  private static final class Listed {
    final Contract terms;
    @Nullable StrikeFlow flow;
    long openInterest = -1;
    int oiAsOfDay;

    Listed(Contract terms) {
      this.terms = terms;
    }
  }

  Board(int symbol, String text) {
    this.symbol = symbol;
    this.text = text;
  }

  void list(ContractListed listed) {
    contracts.put(listed.contract(), new Listed(listed.terms()));
    ladder.list(listed.terms().expiryDay(), listed.terms().strikeMicros());
    chooseExpiry();
  }

  void openInterest(OpenInterest oi) {
    Listed listed = contracts.get(oi.contract());
    if (listed != null && oi.asOfDay() >= listed.oiAsOfDay) {
      long before = listed.openInterest;
      listed.openInterest = oi.openInterest();
      listed.oiAsOfDay = oi.asOfDay();
      if (listed.terms.expiryDay() == nearest) {
        flow(listed).addOpenInterest(listed.terms.isCall(), before, listed.openInterest);
        changed = true;
      }
    }
  }

  /// A contract of the nearest expiry got a volatility, or lost it. No news by itself: the board shows
  /// it with the next thing that happens.
  void priced(ContractPriced priced) {
    Listed listed = contracts.get(priced.contractId());
    if (listed != null && listed.terms.expiryDay() == nearest) {
      double iv = priced.absence() == GreeksAbsence.NONE ? priced.greeks().iv() : -1;
      flow(listed).priced(listed.terms.isCall(), iv);
    }
  }

  /// The operator's hot strike; 0 for none.
  void focus(long strikeMicros) {
    focus = strikeMicros;
    changed = true;
  }

  void add(int contract, Flow flow) {
    Listed listed = contracts.get(contract);
    if (listed == null || listed.terms.expiryDay() != nearest) {
      return;
    }
    flow(listed).add(flow);
    changed = true;
  }

  private StrikeFlow flow(Listed listed) {
    StrikeFlow strike = listed.flow;
    if (strike == null) {
      strike = flows.computeIfAbsent(listed.terms.strikeMicros(), StrikeFlow::new);
      listed.flow = strike;
    }
    return strike;
  }

  /// Ends the bars that are over at `tsNanos`, counted from `midnightNanos`.
  void endBars(long tsNanos, long midnightNanos) {
    long now = Math.floorDiv(tsNanos - midnightNanos, SHORTEST_BAR);
    if (now <= barIndex) {
      return;
    }
    for (StrikeFlow flow : flows.values()) {
      changed |= flow.endBars(0, now - barIndex);
      changed |= flow.endBars(1, now / 6 - barIndex / 6);
      changed |= flow.endBars(2, now / 12 - barIndex / 12);
    }
    barIndex = now;
  }

  /// Publishes what changed, when it is time and spot (doubled; 0 unknown) is known.
  void publish(long tsNanos, long doubleSpot, long spotTsNanos, StrikesRules rules, Emitter out) {
    if (nearest < 0 || doubleSpot <= 0) {
      return;
    }
    changed |= centre.look(ladder, nearest, tsNanos, doubleSpot, rules);
    if (!changed || tsNanos - publishedNanos < rules.publishNanos()) {
      return;
    }
    changed = false;
    publishedNanos = tsNanos;
    long spot = (doubleSpot + 1) / 2;
    out.emit(
        new StrikeBoard(
            tsNanos,
            symbol,
            text,
            nearest,
            spot,
            spotTsNanos,
            centre.strikeMicros(),
            focus,
            rows(rules.each())));
  }

  /// Strikes of the window and of the hot zone (focus - 1 to focus + 2), ascending.
  private List<StrikeRow> rows(int each) {
    int at = ladder.indexOf(nearest, centre.strikeMicros());
    int hot = focus == 0 ? -1 : ladder.indexNear(nearest, 2 * focus);
    List<StrikeRow> rows = new ArrayList<>();
    for (int i = 0; i < ladder.count(nearest); i++) {
      boolean inWindow = i >= at - each && i <= at + each;
      if (inWindow || (hot >= 0 && i >= hot - 1 && i <= hot + 2)) {
        rows.add(row(ladder.strike(nearest, i)));
      }
    }
    return rows;
  }

  private StrikeRow row(long strike) {
    StrikeFlow flow = flows.get(strike);
    return (flow == null ? new StrikeFlow(strike) : flow).row();
  }

  /// Begins a day: flow is forgotten, and what has expired.
  void startDay(int epochDay) {
    day = epochDay;
    ladder.dropBefore(day);
    centre.clear();
    barIndex = 0;
    publishedNanos = 0;
    nearest = -1;
    forget();
    chooseExpiry();
  }

  private void chooseExpiry() {
    int first = ladder.nearest(day);
    if (first == nearest) {
      return;
    }
    nearest = first;
    forget();
    for (int i = 0; i < contracts.size(); i++) {
      Listed listed = contracts.valueAt(i);
      if (listed.terms.expiryDay() == nearest && listed.openInterest >= 0) {
        flow(listed).addOpenInterest(listed.terms.isCall(), -1, listed.openInterest);
      }
    }
  }

  private void forget() {
    flows.clear();
    for (int i = 0; i < contracts.size(); i++) {
      contracts.valueAt(i).flow = null;
    }
    changed = false;
  }

  void save(StateWriter out) {
    centre.save(out);
    out.putInt(nearest);
    out.putInt(day);
    out.putLong(focus);
    out.putLong(barIndex);
    out.putLong(publishedNanos);
    out.putBoolean(changed);
    out.putInt(flows.size());
    for (StrikeFlow flow : flows.values()) {
      flow.save(out);
    }
    out.putInt(contracts.size());
    for (int i = 0; i < contracts.size(); i++) {
      out.putInt(contracts.keyAt(i));
      out.putLong(contracts.valueAt(i).openInterest);
      out.putInt(contracts.valueAt(i).oiAsOfDay);
    }
  }

  /// Contracts themselves come back from the log's listings before the state is loaded.
  void load(StateReader in) {
    centre.load(in);
    nearest = in.getInt();
    day = in.getInt();
    ladder.dropBefore(day);
    focus = in.getLong();
    barIndex = in.getLong();
    publishedNanos = in.getLong();
    boolean savedChanged = in.getBoolean();
    forget();
    changed = savedChanged;
    for (int n = in.getInt(); n > 0; n--) {
      StrikeFlow flow = StrikeFlow.load(in);
      flows.put(flow.strikeMicros, flow);
    }
    for (int n = in.getInt(); n > 0; n--) {
      Listed listed = contracts.get(in.getInt());
      long openInterest = in.getLong();
      int asOf = in.getInt();
      if (listed != null) {
        listed.openInterest = openInterest;
        listed.oiAsOfDay = asOf;
      }
    }
  }
}
