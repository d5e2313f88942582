package io.truetape.model.event;

/// A feed's door into the log.
///
/// A feed that can wait calls [#put] and is slowed when the queue is full. A feed that cannot
/// calls [#offer]; what does not fit is counted and becomes a `Gap` event.
public interface Intake {
  Listings listings();

  /// Hands over one event, waiting for room. Throws [Stopped] when the engine is stopping.
  void put(SourceEvent event);

  /// Hands over one event if there is room now; false means it was counted as a gap.
  boolean offer(SourceEvent event);

  /// The source is there though it has nothing to hand over: a heartbeat arrived.
  default void alive() {}

  /// True when the feed should finish.
  boolean isStopping();

  /// Nanoseconds UTC at which the engine received what is being handed over now. Feeds stamp
  /// `ingestTsNanos` with it; simulations and files answer with the event's own time.
  long receivedTsNanos(long sourceTsNanos);

  /// Tells the feed to unwind; not a fault.
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Stopped() {
      super("stopping", null, false, false);
    }
  }
}
