package io.truetape.feed.synthetic.market;

/// Picks an index with given weights in constant time (Walker's alias method).
public final class Picker {
  private final double[] keep;
  private final int[] alias;

  /// `weights` are not negative and not all 0; they need not sum to 1.
  public Picker(double... weights) {
    int n = weights.length;
    keep = new double[n];
    alias = new int[n];
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    int[] small = new int[n];
    int[] large = new int[n];
    int smalls = 0;
    int larges = 0;
    for (int i = 0; i < n; i++) {
      keep[i] = weights[i] * n / sum;
      alias[i] = i;
      if (keep[i] < 1) {
        small[smalls++] = i;
      } else {
        large[larges++] = i;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[larges - 1];
      alias[less] = more;
      keep[more] -= 1 - keep[less];
      if (keep[more] < 1) {
        larges--;
        small[smalls++] = more;
      }
    }
  }

  public int pick(Dice dice) {
    double x = dice.uniform() * keep.length;
    int i = (int) x;
    return x - i < keep[i] || keep[i] >= 1 ? i : alias[i];
  }
}
