package io.truetape.server.stream;

import io.truetape.model.event.Event;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The last 65,536 events. One thread puts, one reads; putting is O(1) and never waits.
final class Ring {
  static final int CAPACITY = 65_536;
  private final AtomicReferenceArray<@Nullable Item> slots = new AtomicReferenceArray<>(CAPACITY);
  private volatile long written;
  private volatile long lastCause;

  /// One event: its place in the ring's own count, and the log entry that caused it.
  record Item(long position, long causeSeq, Event event) {}

  void put(long causeSeq, Event event) {
    long position = written;
    slots.set((int) (position % CAPACITY), new Item(position, causeSeq, event));
    lastCause = causeSeq;
    written = position + 1;
  }

  /// How many were ever put; the next position.
  long written() {
    return written;
  }

  /// The cause of the newest.
  long lastCause() {
    return lastCause;
  }

  /// The event at a position, or null when it was overwritten or is not there yet.
  @Nullable Item at(long position) {
    Item item = slots.get((int) (position % CAPACITY));
    return item != null && item.position() == position ? item : null;
  }
}
