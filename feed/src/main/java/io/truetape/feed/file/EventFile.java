package io.truetape.feed.file;

import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;
import java.util.concurrent.atomic.AtomicLong;

/// One input that can be opened as a stream of events; knows a little before it is opened.
public interface EventFile {
  FeedId feed();

  /// A mask of `Capability` bits.
  int capabilities();

  /// No event of this file is earlier; the file is not opened before the merge gets there.
  long floorNanos();

  /// Who comes first at the same nanosecond, see [Rank].
  int rank();

  /// Bytes on disk.
  long size();

  /// Opens the input. Bytes consumed are added to `readBytes`.
  EventSource open(Listings listings, AtomicLong readBytes);
}
