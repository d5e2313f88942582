package io.truetape.engine.sequence;

import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Gives out symbol and contract numbers, and queues the listing events that announce them.
///
/// Safe from any thread. The sequencer writes pending listings before any event drained with them.
public final class ListingBook implements Listings {
  private final ConcurrentMap<String, Integer> symbols = new ConcurrentHashMap<>();
  private final ConcurrentMap<Contract, Integer> contracts = new ConcurrentHashMap<>();
  private final List<SourceEvent> pending = new ArrayList<>();
  private int lastSymbol;
  private int lastContract;

  @Override
  public int symbol(String text, SymbolKind kind) {
    Integer known = symbols.get(text);
    return known != null ? known : listSymbol(text, kind);
  }

  @Override
  public int contract(Contract terms) {
    Integer known = contracts.get(terms);
    return known != null ? known : listContract(terms);
  }

  /// Takes over a listing read back from the log.
  public synchronized void restore(SourceEvent listing) {
    switch (listing) {
      case SymbolListed s -> {
        symbols.put(s.text(), s.symbol());
        lastSymbol = Math.max(lastSymbol, s.symbol());
      }
      case ContractListed c -> {
        contracts.put(c.terms(), c.contract());
        lastContract = Math.max(lastContract, c.contract());
      }
      default -> throw new IllegalArgumentException("not a listing: " + listing.kind());
    }
  }

  /// Moves the listings not yet in the log to `out`, in the order they were asked for.
  synchronized void drainTo(List<SourceEvent> out) {
    out.addAll(pending);
    pending.clear();
  }

  private synchronized int listSymbol(String text, SymbolKind kind) {
    Integer known = symbols.get(text);
    if (known != null) {
      return known;
    }
    int id = ++lastSymbol;
    pending.add(new SymbolListed(0, 0, FeedId.ENGINE, id, text, kind));
    symbols.put(text, id);
    return id;
  }

  private synchronized int listContract(Contract terms) {
    Integer known = contracts.get(terms);
    if (known != null) {
      return known;
    }
    int underlying = symbol(terms.underlying(), Roots.kind(terms.underlying()));
    int id = ++lastContract;
    pending.add(new ContractListed(0, 0, FeedId.ENGINE, id, underlying, terms));
    contracts.put(terms, id);
    return id;
  }
}
