package io.truetape.model.event.source;

/// Where a feed stands.
public enum FeedState {
  CONNECTING,
  LIVE,
  DEGRADED,
  STALE,
  DENIED,
  DOWN,
  /// A file that has been read to its end.
  FINISHED
}
