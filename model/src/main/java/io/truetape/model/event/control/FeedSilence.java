package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.id.FeedId;

/// A feed said nothing, not even a heartbeat, for longer than it may; or it spoke again.
///
/// `forNanos` is the silence so far, or as it was when it ended, by the engine's own clock. A quiet
/// market is no silence: heartbeats count as speaking.
public record FeedSilence(long tsNanos, FeedId feed, boolean silent, long forNanos)
    implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.FEED_SILENCE;
  }
}
