package io.truetape.feed;

import io.truetape.model.event.Intake;
import io.truetape.model.id.FeedId;

/// One source of events: a vendor connection, a file, the synthetic market.
public interface Feed {
  FeedId id();

  /// What the feed is able to say: a mask of `Capability` bits.
  int capabilities();

  /// The longest the feed may be silent, heartbeats included, in nanoseconds; 0 when it may be silent
  /// for any time, as a file may.
  default long heartbeatNanos() {
    return 0;
  }

  /// Hands over events until the source ends, the intake stops, or the thread is interrupted.
  ///
  /// Bad records become `Rejected` events and the feed goes on; a source that cannot be read at all
  /// throws [FeedFault]. Runs on one thread that the caller owns.
  void run(Intake intake);
}
