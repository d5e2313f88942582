package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// Every print of this underlying stamped before `tsNanos` has been released. Windows close on it.
///
/// A function of ticks and the join wait, so it is neither stored nor part of the digest.
public record Watermark(long tsNanos) implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.WATERMARK;
  }
}
