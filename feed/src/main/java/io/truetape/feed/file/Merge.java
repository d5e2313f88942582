package io.truetape.feed.file;

import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Several files as one stream in time order: k-way by time, then rank, then the order given.
///
/// A file is opened when the merge reaches its floor and closed at its end, so a year of daily
/// files holds one day's buffers. A file that is itself out of order keeps its own order. O(log k)
/// per event while several files are open, O(1) while one is.
public final class Merge implements EventSource {
  private final Listings listings;
  private final AtomicLong readBytes;
  private final Entry[] heap;
  private int size;
  private boolean isTopTaken;

  public Merge(List<? extends EventFile> files, Listings listings, AtomicLong readBytes) {
    this.listings = listings;
    this.readBytes = readBytes;
    List<Entry> entries = new ArrayList<>();
    for (EventFile file : files) {
      entries.add(new Entry(file, entries.size()));
    }
    this.heap = entries.toArray(new Entry[0]);
    this.size = heap.length;
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  @Override
  public boolean next() {
    if (isTopTaken) {
      isTopTaken = false;
      step();
    }
    while (size > 0 && !heap[0].isOpen()) {
      heap[0].open(listings, readBytes);
      step();
    }
    isTopTaken = size > 0;
    return isTopTaken;
  }

  @Override
  public SourceEvent event() {
    return heap[0].source().event();
  }

  @Override
  public long orderNanos() {
    return heap[0].key;
  }

  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      heap[i].close();
    }
    size = 0;
  }

  private void step() {
    Entry top = heap[0];
    if (top.advance()) {
      sink(0);
      return;
    }
    top.close();
    size--;
    heap[0] = heap[size];
    sink(0);
  }

  private void sink(int from) {
    int i = from;
    Entry moving = heap[i];
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
        child++;
      }
      if (!heap[child].isBefore(moving)) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = moving;
  }

  private static final class Entry {
    private final EventFile file;
    private final int place;
    private final int rank;
    private final List<EventSource> opened = new ArrayList<>(1);
    private long key;

    Entry(EventFile file, int place) {
      this.file = file;
      this.place = place;
      this.rank = file.rank();
      this.key = file.floorNanos();
    }

    boolean isOpen() {
      return !opened.isEmpty();
    }

    void open(Listings listings, AtomicLong readBytes) {
      opened.add(file.open(listings, readBytes));
    }

    EventSource source() {
      return opened.getFirst();
    }

    boolean advance() {
      EventSource source = source();
      if (!source.next()) {
        return false;
      }
      key = source.orderNanos();
      return true;
    }

    boolean isBefore(Entry other) {
      if (key != other.key) {
        return key < other.key;
      }
      return rank != other.rank ? rank < other.rank : place < other.place;
    }

    void close() {
      opened.forEach(EventSource::close);
      opened.clear();
    }
  }
}
