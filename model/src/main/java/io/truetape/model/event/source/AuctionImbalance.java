package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Side;

/// Auction imbalance of a stock; shares, micro-dollars; 0 for a price that was not sent.
public record AuctionImbalance(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int symbol,
    char auctionType,
    long pairedSize,
    long imbalanceSize,
    Side side,
    long referenceMicros,
    long nearMicros,
    long farMicros)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.AUCTION_IMBALANCE;
  }
}
