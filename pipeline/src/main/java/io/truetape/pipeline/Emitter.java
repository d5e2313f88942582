package io.truetape.pipeline;

import io.truetape.model.event.DerivedEvent;

/// Where a stage puts its conclusions.
public interface Emitter {
  /// The position in the log of the entry being thought about.
  long seq();

  /// Hands a conclusion to the stages below and to the world.
  void emit(DerivedEvent event);
}
