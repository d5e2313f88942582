package io.truetape.model.event.derived.meaning;

/// How loud an alert is. Bounds are rules.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
