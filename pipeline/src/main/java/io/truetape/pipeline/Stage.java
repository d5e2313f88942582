package io.truetape.pipeline;

import io.truetape.model.event.Event;

/// One room: called by one thread, in log order, knowing only what it has been told.
///
/// A stage belongs to one lane (one underlying). For each log entry it sees the entry itself and
/// what the stages above emitted for it, limited to the kinds its [Shape] reads.
public interface Stage {
  /// Stable name: metrics, snapshots, digests and lineage use it.
  StageId id();

  /// Event kinds read and emitted; checked by a test.
  Shape shape();

  /// Takes one event. No throw on bad data: bad data is an event.
  void on(Event event, Emitter out);

  /// Writes the whole state.
  void save(StateWriter out);

  /// Replaces the whole state with one written by [#save].
  void load(StateReader in);
}
