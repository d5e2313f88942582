package io.truetape.store.query.meaning;

/// What a person said about an alert. Times are wall clock, UTC nanoseconds; 0 is never.
///
/// `alert` is the text of its [FactName]. `mutedUntilNanos` is `Long.MAX_VALUE` for good. Kept
/// beside the log, never in it.
public record AlertMark(String alert, long ackedNanos, long mutedUntilNanos) {
  public static AlertMark none(String alert) {
    return new AlertMark(alert, 0, 0);
  }

  public boolean isMuted(long nowNanos) {
    return mutedUntilNanos > nowNanos;
  }
}
