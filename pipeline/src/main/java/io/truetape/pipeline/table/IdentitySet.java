package io.truetape.pipeline.table;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The latest 128-bit identities seen: at least half of `limit`, at most all of it.
///
/// Two generations of open addressing: when the young one holds half the limit it becomes the old
/// one, and the old one is forgotten. Grows by doubling until then. Add and look-up O(1).
public final class IdentitySet {
  private final int half;
  private long[] young = new long[128];
  private long[] old = new long[2];
  private int size;

  /// `limit` is rounded up to a power of two, at least 64.
  public IdentitySet(int limit) {
    this.half = Math.max(32, Integer.highestOneBit(Math.max(1, limit - 1)));
  }

  /// True when the identity is new and was added; false when it is a repeat.
  public boolean add(long high, long low) {
    long first = high == 0 && low == 0 ? 1 : high;
    int slot = find(young, first, low);
    if (isTaken(young, slot) || isTaken(old, find(old, first, low))) {
      return false;
    }
    young[slot] = first;
    young[slot + 1] = low;
    size++;
    if (size == half) {
      old = young;
      young = new long[128];
      size = 0;
    } else if (size * 4 > young.length) {
      grow();
    }
    return true;
  }

  public void save(StateWriter out) {
    out.putLongs(old, old.length);
    out.putLongs(young, young.length);
    out.putInt(size);
  }

  public void load(StateReader in) {
    old = in.getLongs();
    young = in.getLongs();
    size = in.getInt();
  }

  private static boolean isTaken(long[] table, int slot) {
    return table[slot] != 0 || table[slot + 1] != 0;
  }

  /// Index of the identity's first half, or of the free place where it would stand. A table always
  /// has a free place; the empty old table of one slot answers that slot.
  private static int find(long[] table, long high, long low) {
    int mask = table.length - 2;
    int slot = (int) (high ^ (high >>> 32)) & mask & ~1;
    while ((table[slot] != 0 || table[slot + 1] != 0)
        && (table[slot] != high || table[slot + 1] != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] from = young;
    young = new long[from.length * 2];
    for (int i = 0; i < from.length; i += 2) {
      if (isTaken(from, i)) {
        int slot = find(young, from[i], from[i + 1]);
        young[slot] = from[i];
        young[slot + 1] = from[i + 1];
      }
    }
  }
}
