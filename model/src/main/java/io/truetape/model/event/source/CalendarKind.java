package io.truetape.model.event.source;

/// What is scheduled.
public enum CalendarKind {
  EARNINGS,
  EX_DIVIDEND,
  FOMC,
  CPI,
  SPLIT,
  OTHER
}
