package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// A trading day begins: `day` is an epoch day in New York; `name` the session's name.
public record SessionOpened(long tsNanos, int day, String name, boolean synthetic)
    implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.SESSION_OPENED;
  }
}
