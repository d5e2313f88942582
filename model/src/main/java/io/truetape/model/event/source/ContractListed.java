package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Contract;

/// An option contract got its number for this log; `terms` never change under that number.
public record ContractListed(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int contract,
    int underlying,
    Contract terms)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.CONTRACT_LISTED;
  }
}
