package io.truetape.feed.live;

import java.util.HashMap;
import java.util.Map;

/// Joins a replay to what was heard before it without a repeat.
///
/// Remembers the last [#LIMIT] records by the hash of their bytes, with how often each came. During a
/// replay each remembered record is taken off once; only what is new passes. Two equal records of
/// one packet are two records. 64-bit hashes: among a quarter of a million the chance that two
/// different records are taken for one is below 2^-29.
public final class Seam {
  static final int LIMIT = 262_144;
  private static final int MOST_LEFT = 4 * LIMIT;

  private final long[] ring = new long[LIMIT];
  private int next;
  private int size;
  private Map<Long, Integer> before = Map.of();

  /// A replay begins: what was heard so far may come again, also what an earlier replay that broke
  /// off had not come to.
  public void replay() {
    Map<Long, Integer> heard = new HashMap<>(before.size() <= MOST_LEFT ? before : Map.of());
    for (int i = 0; i < size; i++) {
      heard.merge(ring[i], 1, Integer::sum);
    }
    before = heard;
    size = 0;
    next = 0;
  }

  /// The replay has reached the present.
  public void joined() {
    before = Map.of();
  }

  /// True when the record is new; remembers it.
  public boolean isNew(byte[] bytes, int from, int length) {
    long hash = hash(bytes, from, length);
    ring[next] = hash;
    next = (next + 1) % LIMIT;
    size = Math.min(LIMIT, size + 1);
    if (before.isEmpty()) {
      return true;
    }
    Integer count = before.get(hash);
    if (count == null) {
      return true;
    }
    if (count == 1) {
      before.remove(hash);
    } else {
      before.put(hash, count - 1);
    }
    return false;
  }

  private static long hash(byte[] bytes, int from, int length) {
    long h = 0x9E3779B97F4A7C15L ^ length;
    int at = from;
    for (; at + 8 <= from + length; at += 8) {
      h = mix(h ^ word(bytes, at));
    }
    for (; at < from + length; at++) {
      h = mix(h ^ bytes[at]);
    }
    return h;
  }

  private static long word(byte[] b, int at) {
    long word = 0;
    for (int i = 7; i >= 0; i--) {
      word = (word << 8) | (b[at + i] & 0xFF);
    }
    return word;
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
