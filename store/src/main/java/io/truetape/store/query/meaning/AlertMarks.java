package io.truetape.store.query.meaning;

/// Acknowledged, muted and snoozed alerts of one session, at most 100,000. Safe from any thread.
///
/// `alert` is the text of its [FactName].
public interface AlertMarks {
  /// What was said of an alert; a mark of nothing when nothing was.
  AlertMark of(String alert);

  /// Notes that someone has seen it; 0 takes that back.
  AlertMark acknowledge(String alert, long atNanos);

  /// Keeps it from the alert channel until then; 0 takes that back.
  AlertMark mute(String alert, long untilNanos);
}
