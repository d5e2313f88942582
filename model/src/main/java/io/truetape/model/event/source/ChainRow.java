package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;

/// One row of a chain snapshot. Volume and open interest in contracts, -1 when not sent.
public record ChainRow(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int contract,
    Nbbo nbbo,
    long lastMicros,
    long volume,
    long openInterest,
    VendorGreeks vendor)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.CHAIN_ROW;
  }
}
