package io.truetape.pipeline.normalize;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.market.JoinQuality;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Prints that may still be overtaken by late quotes, earliest first. At most [#LIMIT].
///
/// A sorted ring: what arrives in order goes to its end, what arrives late is moved to its place,
/// so the cost is how far it was overtaken.
final class WaitingRoom {
  static final int LIMIT = 65_536;

  private @Nullable Waiting[] ring = new Waiting[64];
  private int head;
  private int size;

  void add(Waiting waiting) {
    if (size == ring.length) {
      grow();
    }
    int place = size;
    while (place > 0 && get(place - 1).compareTo(waiting) > 0) {
      ring[at(place)] = ring[at(place - 1)];
      place--;
    }
    ring[at(place)] = waiting;
    size++;
  }

  boolean isFull() {
    return size >= LIMIT;
  }

  boolean hasBefore(long tsNanos) {
    return size > 0 && get(0).event().sourceTsNanos() < tsNanos;
  }

  Waiting take() {
    Waiting first = get(0);
    ring[at(0)] = null;
    head++;
    size--;
    return first;
  }

  void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      Waiting w = get(i);
      out.putEvent(w.event());
      out.putLong(w.seq());
      out.putInt(w.arrival().ordinal());
      out.putText(w.name());
    }
  }

  void load(StateReader in) {
    Arrays.fill(ring, null);
    size = 0;
    for (int n = in.getInt(); n > 0; n--) {
      SourceEvent event = in.getEvent();
      long seq = in.getLong();
      JoinQuality arrival = JoinQuality.values()[in.getInt()];
      add(new Waiting(event, seq, arrival, in.getText()));
    }
  }

  private Waiting get(int i) {
    Waiting waiting = ring[at(i)];
    if (waiting == null) {
      throw new AssertionError("place " + i + " of " + size + " is empty");
    }
    return waiting;
  }

  private int at(int i) {
    return (head + i) & (ring.length - 1);
  }

  private void grow() {
    @Nullable Waiting[] wider = new Waiting[ring.length * 2];
    for (int i = 0; i < size; i++) {
      wider[i] = ring[at(i)];
    }
    ring = wider;
    head = 0;
  }
}
