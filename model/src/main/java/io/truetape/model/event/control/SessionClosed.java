package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// A trading day is over: everything still waiting is released and every candle closes.
public record SessionClosed(long tsNanos, int day) implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.SESSION_CLOSED;
  }
}
