package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// A print was set aside, counted and named.
public record PrintRefused(long tsNanos, long printSeq, RefusalReason reason)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.PRINT_REFUSED;
  }
}
