package io.truetape.store.query.meaning;

/// What a person said about an alert. Times are wall clock, UTC nanoseconds; 0 is never.
///
/// `mutedUntilNanos` is `Long.MAX_VALUE` for good. Kept beside the log, never in it.
public record AlertMark(long alertSeq, String rule, long ackedNanos, long mutedUntilNanos) {
  public static AlertMark none(long alertSeq, String rule) {
    return new AlertMark(alertSeq, rule, 0, 0);
  }

  public boolean isMuted(long nowNanos) {
    return mutedUntilNanos > nowNanos;
  }
}
