package io.truetape.engine.fanout;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import java.util.ArrayList;
import java.util.List;

/// The finished events of one batch, collected once and handed to every sink.
final class Handover implements EventSink {
  private final List<Event> events = new ArrayList<>();
  private long[] seqs = new long[1_024];
  private long firstSeq;
  private long lastSeq;

  Handover(long firstSeq) {
    this.firstSeq = firstSeq;
    this.lastSeq = firstSeq;
  }

  @Override
  public void accept(long seq, Event event) {
    if (events.size() == seqs.length) {
      seqs = java.util.Arrays.copyOf(seqs, seqs.length * 2);
    }
    seqs[events.size()] = seq;
    events.add(event);
  }

  @Override
  public void handedOver(long seq) {
    lastSeq = seq;
  }

  /// First log entry of the batch, whether or not anything came of it.
  long firstSeq() {
    return firstSeq;
  }

  long lastSeq() {
    return lastSeq;
  }

  /// Replays the batch into a sink, leaving out what was caused at or before `afterSeq`.
  void into(EventSink sink, long afterSeq) {
    for (int i = 0; i < events.size(); i++) {
      if (seqs[i] > afterSeq) {
        sink.accept(seqs[i], events.get(i));
      }
    }
    sink.handedOver(lastSeq);
  }
}
