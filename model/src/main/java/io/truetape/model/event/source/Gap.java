package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A stretch a feed did not deliver: `[fromTsNanos, toTsNanos)`, how many events if known (else -1), why.
public record Gap(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    long fromTsNanos,
    long toTsNanos,
    long count,
    String reason,
    boolean filled)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.GAP;
  }
}
