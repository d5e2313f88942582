package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A published index level, in micro-points.
public record IndexValue(
    long sourceTsNanos, long ingestTsNanos, FeedId feed, int symbol, long valueMicros)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.INDEX_VALUE;
  }
}
