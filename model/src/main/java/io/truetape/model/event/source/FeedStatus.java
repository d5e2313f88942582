package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A feed changed state; `capabilities` is a mask of [Capability] bits.
public record FeedStatus(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    FeedState state,
    String detail,
    int capabilities)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.FEED_STATUS;
  }
}
