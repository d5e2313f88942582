package io.truetape.server.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/// A token bucket per client address. Remembers the 1,024 addresses seen last.
public final class RateLimit {
  private static final int MAX_ADDRESSES = 1_024;
  private final int perSecond;
  private final int burst;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  public RateLimit(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  private static final class Bucket {
    private double tokens;
    private long filledNanos;
  }

  /// Takes one token if there is one.
  public synchronized boolean allows(String address) {
    long now = System.nanoTime();
    Bucket bucket = buckets.get(address);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.tokens = burst;
      bucket.filledNanos = now;
      buckets.put(address, bucket);
      if (buckets.size() > MAX_ADDRESSES) {
        buckets.remove(buckets.keySet().iterator().next());
      }
    }
    double earned = (now - bucket.filledNanos) * 1e-9 * perSecond;
    bucket.tokens = Math.min(burst, bucket.tokens + earned);
    bucket.filledNanos = now;
    if (bucket.tokens < 1) {
      return false;
    }
    bucket.tokens -= 1;
    return true;
  }

  String describe() {
    return perSecond + " requests a second, " + burst + " at once";
  }
}
