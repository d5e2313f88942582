package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// Best bid and offer of a stock; prices in micro-dollars, sizes in shares.
public record EquityQuote(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int symbol,
    long bidMicros,
    long askMicros,
    int bidSize,
    int askSize,
    int bidVenue,
    int askVenue)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.EQUITY_QUOTE;
  }
}
