package io.truetape.feed.synthetic;

import java.util.function.BooleanSupplier;

/// Holds an event back until it may be told. Never changes what is told.
@FunctionalInterface
public interface Pacer {
  /// Tells everything at once.
  Pacer NONE = (_, _) -> {};

  /// Returns when an event of this exchange time may be told, or as soon as `stop` says so.
  void until(long tsNanos, BooleanSupplier stop);
}
