package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// A person steered the system: pause, resume, flush, hot zone.
public record OperatorCommand(long tsNanos, String command, String target, String detail, String by)
    implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.OPERATOR_COMMAND;
  }
}
