package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// Input that could not become an event: why, and the first 512 characters of it.
public record Rejected(
    long sourceTsNanos, long ingestTsNanos, FeedId feed, String reason, String excerpt)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.REJECTED;
  }
}
