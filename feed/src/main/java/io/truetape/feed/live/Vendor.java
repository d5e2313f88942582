package io.truetape.feed.live;

import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;

/// A vendor as its feed needs it.
public interface Vendor {
  FeedId id();

  /// What it is able to say: a mask of `Capability` bits.
  int capabilities();

  /// The longest a sound connection is silent, heartbeats included, in nanoseconds.
  long heartbeatNanos();

  /// True when a new connection can tell what was said while there was none.
  boolean replays();

  /// A connection that is not open yet. With `fromTsNanos` above 0 and a vendor that [#replays] it
  /// begins with what was said from there on.
  Connection connect(Listings listings, long fromTsNanos);
}
