package io.truetape.feed.live;

/// One connection to a vendor: the only input and output of a live feed. Used by one thread.
public interface Connection extends AutoCloseable {
  /// Connects, proves who we are, subscribes; answers what the vendor called the session.
  ///
  /// Throws [Denied] when trying again is of no use, else `FeedFault`.
  String open();

  /// Waits for what comes next and tells it. False when the vendor ended the connection properly.
  ///
  /// Throws `FeedFault` when nothing came for longer than the heartbeat allows, or the line broke,
  /// or what came cannot be framed.
  boolean read(Heard heard);

  /// Ends it from any thread, also while it waits.
  @Override
  void close();
}
