package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// Open interest as published for a prior session. `asOfDay` is an epoch day; `source` names the publisher.
public record OpenInterest(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int contract,
    long openInterest,
    int asOfDay,
    String source)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.OPEN_INTEREST;
  }
}
