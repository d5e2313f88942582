package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// An index level in event-time order, micro-points.
public record NormalizedLevel(long tsNanos, int symbol, long valueMicros) implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.NORMALIZED_LEVEL;
  }
}
