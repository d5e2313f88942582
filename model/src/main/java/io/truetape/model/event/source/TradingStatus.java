package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// Trading in a symbol was halted, paused or resumed. `symbol` numbers an underlying.
public record TradingStatus(
    long sourceTsNanos, long ingestTsNanos, FeedId feed, int symbol, boolean trading, String reason)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.TRADING_STATUS;
  }
}
