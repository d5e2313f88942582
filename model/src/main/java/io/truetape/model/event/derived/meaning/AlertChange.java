package io.truetape.model.event.derived.meaning;

/// What happened to an alert.
public enum AlertChange {
  OPENED,
  UPDATED,
  ESCALATED,
  RESOLVED,
  AMENDED,
  SUPPRESSED
}
