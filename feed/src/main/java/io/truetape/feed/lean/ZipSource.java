package io.truetape.feed.lean;

import io.truetape.feed.file.EventSource;
import io.truetape.feed.file.Outbox;
import io.truetape.model.event.SourceEvent;
import java.util.List;
import java.util.PriorityQueue;

/// The entries of one zip merged in time order.
final class ZipSource implements EventSource {
  private final PriorityQueue<EntryCursor> heap = new PriorityQueue<>(EntryCursor::compare);
  private final Outbox out = new Outbox();
  private long orderNanos;

  ZipSource(List<EntryCursor> cursors) {
    for (EntryCursor cursor : cursors) {
      if (cursor.next()) {
        heap.add(cursor);
      }
    }
  }

  @Override
  public boolean next() {
    while (!out.advance()) {
      if (heap.isEmpty()) {
        return false;
      }
      EntryCursor first = heap.remove();
      orderNanos = first.timeNanos();
      first.map(out);
      if (first.next()) {
        heap.add(first);
      }
    }
    return true;
  }

  @Override
  public SourceEvent event() {
    return out.event();
  }

  @Override
  public long orderNanos() {
    return orderNanos;
  }

  @Override
  public void close() {
    heap.clear();
  }
}
