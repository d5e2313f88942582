package io.truetape.pipeline.strikes;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The listed strikes of one underlying, ascending, by expiry. All roots together.
final class Ladder {
  private final TreeMap<Integer, Rungs> expiries = new TreeMap<>();

  private static final class Rungs {
    long[] strikes = new long[16];
    int count;
  }

  void list(int expiryDay, long strikeMicros) {
    Rungs rungs = expiries.computeIfAbsent(expiryDay, _ -> new Rungs());
    int at = Arrays.binarySearch(rungs.strikes, 0, rungs.count, strikeMicros);
    if (at >= 0) {
      return;
    }
    if (rungs.count == rungs.strikes.length) {
      rungs.strikes = Arrays.copyOf(rungs.strikes, rungs.count * 2);
    }
    int place = -at - 1;
    System.arraycopy(rungs.strikes, place, rungs.strikes, place + 1, rungs.count - place);
    rungs.strikes[place] = strikeMicros;
    rungs.count++;
  }

  /// The first expiry on or after `day`; -1 when none is listed.
  int nearest(int day) {
    Integer expiry = expiries.ceilingKey(day);
    return expiry == null ? -1 : expiry;
  }

  int count(int expiryDay) {
    return rungs(expiryDay).count;
  }

  long strike(int expiryDay, int index) {
    return rungs(expiryDay).strikes[index];
  }

  /// Index of a strike, or -1.
  int indexOf(int expiryDay, long strikeMicros) {
    Rungs rungs = rungs(expiryDay);
    return Math.max(-1, Arrays.binarySearch(rungs.strikes, 0, rungs.count, strikeMicros));
  }

  /// Index of the strike nearest to half of `doubleMicros`; half-way the higher one.
  int indexNear(int expiryDay, long doubleMicros) {
    Rungs rungs = rungs(expiryDay);
    int best = 0;
    for (int low = 0, high = rungs.count - 1; low <= high; ) {
      int middle = (low + high) >>> 1;
      if (2 * rungs.strikes[middle] <= doubleMicros) {
        best = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    boolean hasNext = best + 1 < rungs.count;
    return hasNext
            && 2 * rungs.strikes[best + 1] - doubleMicros
                <= Math.abs(doubleMicros - 2 * rungs.strikes[best])
        ? best + 1
        : best;
  }

  /// Distance from a strike to the next one in a direction (+1, -1), or in the other when it is
  /// the last; 0 when it is the only one.
  long step(int expiryDay, int index, int direction) {
    Rungs rungs = rungs(expiryDay);
    int other = index + direction;
    if (other < 0 || other >= rungs.count) {
      other = index - direction;
    }
    return other < 0 || other >= rungs.count
        ? 0
        : Math.abs(rungs.strikes[other] - rungs.strikes[index]);
  }

  /// Forgets expiries before `day`.
  void dropBefore(int day) {
    Map<Integer, Rungs> old = expiries.headMap(day, false);
    old.clear();
  }

  private Rungs rungs(int expiryDay) {
    Rungs rungs = expiries.get(expiryDay);
    if (rungs == null) {
      throw new AssertionError("expiry " + expiryDay + " is not on the ladder");
    }
    return rungs;
  }
}
