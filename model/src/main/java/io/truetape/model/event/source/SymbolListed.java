package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.SymbolKind;

/// A stock, fund or index got its number for this log.
///
/// `symbolKind` says what it is, as far as the feed knows; `symbol` is the number used by every later event.
public record SymbolListed(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int symbol,
    String text,
    SymbolKind symbolKind)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.SYMBOL_LISTED;
  }
}
