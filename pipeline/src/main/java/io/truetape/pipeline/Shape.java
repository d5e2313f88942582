package io.truetape.pipeline;

import io.truetape.model.event.EventKind;

/// Which event kinds a stage reads and which it emits, as masks of [EventKind#bit].
public record Shape(long reads, long emits) {

  /// A shape that reads these kinds and emits nothing yet.
  public static Shape reading(EventKind... kinds) {
    return new Shape(mask(kinds), 0);
  }

  /// The same shape, emitting these kinds.
  public Shape emitting(EventKind... kinds) {
    return new Shape(reads, mask(kinds));
  }

  public boolean reads(EventKind kind) {
    return (reads & kind.bit()) != 0;
  }

  public boolean emits(EventKind kind) {
    return (emits & kind.bit()) != 0;
  }

  private static long mask(EventKind... kinds) {
    long mask = 0;
    for (EventKind kind : kinds) {
      mask |= kind.bit();
    }
    return mask;
  }
}
