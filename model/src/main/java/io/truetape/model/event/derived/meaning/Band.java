package io.truetape.model.event.derived.meaning;

/// How much a confidence is worth. Bounds are rules.
public enum Band {
  LOW,
  MEDIUM,
  HIGH
}
