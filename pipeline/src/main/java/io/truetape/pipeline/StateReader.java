package io.truetape.pipeline;

import io.truetape.model.event.SourceEvent;

/// Gives back what a [StateWriter] took, in the same order.
public interface StateReader {
  int getInt();

  long getLong();

  double getDouble();

  String getText();

  SourceEvent getEvent();

  default boolean getBoolean() {
    return getInt() != 0;
  }

  /// An array of at least `minimum` slots holding what was written; the count is its own field.
  default long[] getLongs() {
    long[] values = new long[getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getLong();
    }
    return values;
  }

  default int[] getInts() {
    int[] values = new int[getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getInt();
    }
    return values;
  }
}
