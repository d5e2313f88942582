package io.truetape.pipeline;

import io.truetape.model.event.SourceEvent;

/// Takes a stage's state, field by field, in a fixed order.
public interface StateWriter {
  void putInt(int value);

  void putLong(long value);

  void putDouble(double value);

  void putText(String value);

  /// A source event kept in state, such as a print that waits for its quote.
  void putEvent(SourceEvent event);

  default void putBoolean(boolean value) {
    putInt(value ? 1 : 0);
  }

  default void putLongs(long[] values, int count) {
    putInt(count);
    for (int i = 0; i < count; i++) {
      putLong(values[i]);
    }
  }

  default void putInts(int[] values, int count) {
    putInt(count);
    for (int i = 0; i < count; i++) {
      putInt(values[i]);
    }
  }
}
