package io.truetape.model.symbol;

/// When the holder may exercise.
public enum ExerciseStyle {
  AMERICAN,
  EUROPEAN
}
