package io.truetape.pipeline.table;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// Ranks of numbers in [0, 1]: 256 equal steps with a Fenwick tree. Rank error at most one step's
/// share. Add and rank O(log steps).
public final class UnitSketch {
  private static final int STEPS = 256;

  private final int[] counts = new int[STEPS];
  private final int[] tree = new int[STEPS + 1];
  private int total;

  public int total() {
    return total;
  }

  public void add(double value) {
    addMany(step(value), 1);
  }

  /// Share of earlier values below `value`, those in its step counted half; in [0, 1].
  public double rank(double value) {
    int step = step(value);
    int below = 0;
    for (int i = step; i > 0; i -= i & -i) {
      below += tree[i];
    }
    return (below + 0.5 * counts[step]) / total;
  }

  public void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(tree, 0);
    total = 0;
  }

  public void save(StateWriter out) {
    out.putInts(counts, STEPS);
  }

  public void load(StateReader in) {
    clear();
    int[] saved = in.getInts();
    for (int step = 0; step < saved.length; step++) {
      addMany(step, saved[step]);
    }
  }

  private void addMany(int step, int count) {
    counts[step] += count;
    total += count;
    for (int i = step + 1; i < tree.length; i += i & -i) {
      tree[i] += count;
    }
  }

  private static int step(double value) {
    return Math.clamp((int) (value * STEPS), 0, STEPS - 1);
  }
}
