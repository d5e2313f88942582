package io.truetape.feed.file;

import io.truetape.model.event.SourceEvent;

/// The events of one file, pulled one by one so that several files can be merged by time.
public interface EventSource extends AutoCloseable {
  /// Moves to the next event; false at the end. Throws `FeedFault` when the file cannot go on.
  boolean next();

  /// The event [#next] moved to.
  SourceEvent event();

  /// The time the event is merged by, UTC nanoseconds: when it was received, as far as known.
  default long orderNanos() {
    return event().ingestTsNanos();
  }

  @Override
  void close();
}
