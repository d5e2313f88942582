package io.truetape.testkit;

import io.truetape.model.event.Intake;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An intake that keeps everything it is handed, listings first, in memory.
public final class MemoryIntake implements Intake, Listings {
  private final List<SourceEvent> events = new ArrayList<>();
  private final Map<String, Integer> symbols = new LinkedHashMap<>();
  private final Map<Contract, Integer> contracts = new LinkedHashMap<>();
  private final int limit;

  public MemoryIntake() {
    this(Integer.MAX_VALUE);
  }

  /// Stops the feed once `limit` events were handed over, listings not counted.
  public MemoryIntake(int limit) {
    this.limit = limit;
  }

  /// Everything handed over, with listings before first use.
  public List<SourceEvent> events() {
    return events;
  }

  /// The events of one type, in order.
  public <T extends SourceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Contracts by their number minus one.
  public List<Contract> contracts() {
    return List.copyOf(contracts.keySet());
  }

  @Override
  public Listings listings() {
    return this;
  }

  @Override
  public int symbol(String text, SymbolKind kind) {
    Integer known = symbols.get(text);
    if (known != null) {
      return known;
    }
    int id = symbols.size() + 1;
    symbols.put(text, id);
    events.add(new SymbolListed(0, 0, FeedId.ENGINE, id, text, kind));
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
    events.add(new ContractListed(0, 0, FeedId.ENGINE, id, underlying, terms));
    return id;
  }

  @Override
  public void put(SourceEvent event) {
    if (isStopping()) {
      throw new Stopped();
    }
    events.add(event);
  }

  @Override
  public boolean offer(SourceEvent event) {
    put(event);
    return true;
  }

  @Override
  public boolean isStopping() {
    return events.size() - symbols.size() - contracts.size() >= limit;
  }

  @Override
  public long receivedTsNanos(long sourceTsNanos) {
    return sourceTsNanos;
  }
}
