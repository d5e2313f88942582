package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// Event time has reached `tsNanos`. Written by the sequencer; the only clock a pipeline knows.
public record Tick(long tsNanos) implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.TICK;
  }
}
