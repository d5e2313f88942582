package io.truetape.model.event;

/// Where finished events go: a store, a stream to browsers, a digest.
///
/// Called by one thread, in log order. `seq` is the log entry that caused the event; several
/// derived events may share one.
@FunctionalInterface
public interface EventSink {
  void accept(long seq, Event event);

  /// Everything up to and including `seq` has been handed over; a good moment to commit or flush.
  default void handedOver(long seq) {}
}
