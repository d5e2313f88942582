package io.truetape.feed.live;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.FeedState;

/// What a connection tells its feed.
public interface Heard {
  /// One event. What does not fit into the log at once is counted as a gap.
  void event(SourceEvent event);

  /// The vendor is there, though it has nothing to say.
  void alive();

  /// The vendor said something about the service itself.
  void state(FeedState state, String detail);

  /// A replay asked for by the connection has reached the present.
  void caughtUp();
}
