package io.truetape.app;

import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.SessionClock;
import io.truetape.replay.score.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Some minutes of a seeded market through all rooms, in memory, without log or files.
final class SeededMarket implements Listings {
  private static final int BATCH = 4_096;

  private final SessionClock clock = SessionClock.standard();
  private final Map<String, Integer> symbols = new HashMap<>();
  private final Map<Contract, Integer> contracts = new HashMap<>();
  private final List<Truth> truths = new ArrayList<>();
  private final Timekeeper time = new Timekeeper(clock, "seeded", true);
  private final EventSink sink;
  private final Runner runner = new Runner(clock, 1);
  private List<Entry> batch = new ArrayList<>();
  private long seq;
  private long lastTsNanos;

  private SeededMarket(EventSink sink) {
    this.sink = sink;
  }

  /// Plays the first `minutes` after the opening bell; answers what was really acted in them.
  static List<Truth> play(long seed, SyntheticMode mode, int minutes, EventSink sink) {
    return play(seed, mode, 40, minutes, sink);
  }

  /// The same with so many underlyings.
  static List<Truth> play(
      long seed, SyntheticMode mode, int underlyings, int minutes, EventSink sink) {
    SeededMarket market = new SeededMarket(sink);
    market.play(seed, mode, underlyings, minutes);
    return market.truths;
  }

  private void play(long seed, SyntheticMode mode, int underlyings, int minutes) {
    SyntheticPlan plan = new SyntheticPlan(seed, mode, SyntheticPlan.FIRST_DAY, underlyings, 1, 0);
    SyntheticMarket market = new SyntheticMarket(plan, this, this::label);
    long until =
        clock.day(SyntheticPlan.FIRST_DAY).openNanos() + (minutes * 60L + 45) * 1_000_000_000L;
    while (lastTsNanos < until && market.advance(this::take)) {
      if (batch.size() >= BATCH) {
        run();
      }
    }
    run();
    runner.close();
    truths.removeIf(truth -> truth.toTsNanos() > until - 45_000_000_000L);
  }

  private void label(Label l) {
    truths.add(
        new Truth(
            l.run(),
            l.scenario(),
            l.family().text(),
            l.underlying(),
            l.direction(),
            l.toTsNanos(),
            l.sequences()));
  }

  private void take(SourceEvent event) {
    lastTsNanos = Math.max(lastTsNanos, event.sourceTsNanos());
    time.before(event, this::add);
    add(event);
  }

  private void add(Event event) {
    batch.add(new Entry(++seq, event));
  }

  private void run() {
    runner.run(batch, sink);
    batch = new ArrayList<>();
  }

  @Override
  public int symbol(String text, SymbolKind kind) {
    Integer known = symbols.get(text);
    if (known != null) {
      return known;
    }
    int id = symbols.size() + 1;
    symbols.put(text, id);
    add(new SymbolListed(0, 0, FeedId.ENGINE, id, text, kind));
    return id;
  }

  @Override
  public int contract(Contract terms) {
    Integer known = contracts.get(terms);
    if (known != null) {
      return known;
    }
    int underlying = symbol(terms.underlying(), Roots.kind(terms.underlying()));
    int id = contracts.size() + 1;
    contracts.put(terms, id);
    add(new ContractListed(0, 0, FeedId.ENGINE, id, underlying, terms));
    return id;
  }
}
