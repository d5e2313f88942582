package io.truetape.model.event.control;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// What earlier sessions of a symbol looked like, put into a new session's log when it opened, so
/// that a replay of that log needs no other. `asOfDay` is the last session it includes.
public record BaselineCarried(long tsNanos, String symbol, int asOfDay, Baseline baseline)
    implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.BASELINE_CARRIED;
  }
}
