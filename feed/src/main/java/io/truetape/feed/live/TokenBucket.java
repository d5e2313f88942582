package io.truetape.feed.live;

import java.util.function.LongSupplier;

/// Keeps requests below a vendor's rate: `burst` at once, then `perSecond`. Safe from any thread.
public final class TokenBucket {
  private final double perNano;
  private final double burst;
  private final LongSupplier nanos;
  private double tokens;
  private long filledNanos;

  /// `nanos` is a monotonic clock.
  public TokenBucket(double perSecond, int burst, LongSupplier nanos) {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(perSecond + " a second, " + burst + " at once");
    }
    this.perNano = perSecond / 1e9;
    this.burst = burst;
    this.nanos = nanos;
    this.tokens = burst;
    this.filledNanos = nanos.getAsLong();
  }

  /// Takes a token when there is one and answers 0, else answers how long until there is.
  public synchronized long take() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledNanos) * perNano);
    filledNanos = now;
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perNano);
  }

  /// The vendor said to wait: nothing is given out for so long.
  public synchronized void pause(long waitNanos) {
    tokens = Math.min(tokens, 1 - waitNanos * perNano);
  }
}
