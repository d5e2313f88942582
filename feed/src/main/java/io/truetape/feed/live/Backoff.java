package io.truetape.feed.live;

import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: up to `base x 2^n`, at most `longest`, drawn evenly.
///
/// The whole wait is random, so that many clients cut off together do not come back together.
public final class Backoff {
  private static final int MOST_DOUBLINGS = 30;

  private final long baseNanos;
  private final long longestNanos;
  private final RandomGenerator dice;
  private int failures;

  public Backoff(long baseNanos, long longestNanos, RandomGenerator dice) {
    if (baseNanos <= 0 || longestNanos < baseNanos) {
      throw new IllegalArgumentException("waits of " + baseNanos + " to " + longestNanos + " ns");
    }
    this.baseNanos = baseNanos;
    this.longestNanos = longestNanos;
    this.dice = dice;
  }

  /// Half a second doubling up to half a minute.
  public static Backoff standard(RandomGenerator dice) {
    return new Backoff(500_000_000L, 30_000_000_000L, dice);
  }

  /// Nanoseconds to wait after one more failure.
  public long next() {
    int doublings = Math.min(failures++, MOST_DOUBLINGS);
    long ceiling = Math.min(longestNanos, baseNanos << Math.min(doublings, 62 - bits(baseNanos)));
    return dice.nextLong(ceiling + 1);
  }

  /// The connection held: the next failure is the first again.
  public void reset() {
    failures = 0;
  }

  private static int bits(long value) {
    return 64 - Long.numberOfLeadingZeros(value);
  }
}
