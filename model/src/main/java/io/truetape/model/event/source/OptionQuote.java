package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A quote on a contract: the NBBO when `venue` is OPRA, else that venue's own market.
///
/// Prices in micro-dollars, [Nbbo#MISSING] for an absent side; sizes in contracts.
public record OptionQuote(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int contract,
    long bidMicros,
    long askMicros,
    int bidSize,
    int askSize,
    int venue,
    int bidVenue,
    int askVenue)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.OPTION_QUOTE;
  }
}
