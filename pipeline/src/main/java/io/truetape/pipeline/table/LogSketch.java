package io.truetape.pipeline.table;

import io.truetape.model.baseline.BucketCount;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A quantile sketch of positive longs: a log-linear histogram with a Fenwick tree over it.
///
/// Each octave has `2^detailBits` equal steps, so a quantile's relative error is at most
/// `2^-detailBits` (12.5 % at 3 bits). Add, rank and quantile O(log buckets); a sketch of one step
/// per octave has no tree, adds up its few counts instead, and answers no quantiles. Values above 2^44
/// ($17 million in micro-dollars) share the last octave; below 1 count as 1.
public final class LogSketch {
  private static final int OCTAVES = 45;
  private static final int SMALL = 64;

  private final int detailBits;
  private final int[] counts;
  private final int[] tree;
  private final int top;
  private int total;
  private int lowest = Integer.MAX_VALUE;

  public LogSketch(int detailBits) {
    this.detailBits = detailBits;
    this.counts = new int[OCTAVES << detailBits];
    this.tree = new int[counts.length <= SMALL ? 0 : counts.length + 1];
    this.top = Integer.highestOneBit(counts.length);
  }

  /// How many buckets a sketch of this detail has.
  public static int buckets(int detailBits) {
    return OCTAVES << detailBits;
  }

  public int total() {
    return total;
  }

  public void add(long value) {
    addMany(bucket(value), 1);
  }

  /// Takes the counts of another sketch of this detail.
  public void addAll(List<BucketCount> buckets) {
    for (BucketCount b : buckets) {
      addMany(b.bucket(), (int) Math.min(b.count(), Integer.MAX_VALUE / 2 - total));
    }
  }

  /// The filled buckets, ascending.
  public List<BucketCount> buckets() {
    List<BucketCount> filled = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        filled.add(new BucketCount(i, counts[i]));
      }
    }
    return filled;
  }

  private void addMany(int bucket, int count) {
    counts[bucket] += count;
    total += count;
    lowest = Math.min(lowest, bucket);
    for (int i = bucket + 1; i < tree.length; i += i & -i) {
      tree[i] += count;
    }
  }

  /// Share of earlier values below `value`, those in its bucket counted half; in [0, 1].
  public double rank(long value) {
    int bucket = bucket(value);
    int below = 0;
    if (tree.length == 0) {
      for (int i = lowest; i < bucket; i++) {
        below += counts[i];
      }
    } else {
      for (int i = bucket; i > 0; i -= i & -i) {
        below += tree[i];
      }
    }
    return (below + 0.5 * counts[bucket]) / total;
  }

  /// The bucket that holds the `q`-quantile, `q` in (0, 1).
  public int quantileBucket(double q) {
    int wanted = (int) Math.ceil(q * total);
    int at = 0;
    for (int step = top; step > 0; step >>= 1) {
      int next = at + step;
      if (next < tree.length && tree[next] < wanted) {
        at = next;
        wanted -= tree[next];
      }
    }
    return Math.min(at, counts.length - 1);
  }

  /// Robust z of ln `value`: distance from the median over the MAD, the MAD taken as half the
  /// interquartile range. `logs` is [#logMiddles] of this detail.
  public double robustZ(long value, double[] logs) {
    double median = logs[quantileBucket(0.5)];
    double range = logs[quantileBucket(0.75)] - logs[quantileBucket(0.25)];
    double sigma = Math.max(1.4826 * range / 2, 1.0 / (1 << detailBits));
    return (logs[bucket(value)] - median) / sigma;
  }

  /// True when `value` is in or above the bucket that holds the `q`-quantile.
  public boolean isAtLeast(long value, double q) {
    return bucket(value) >= quantileBucket(q);
  }

  /// The smallest whole value of a bucket of sketches of this detail.
  public static long lowerEdge(int bucket, int detailBits) {
    int octave = bucket >> detailBits;
    long steps = (1L << detailBits) + (bucket & ((1 << detailBits) - 1));
    return octave >= detailBits
        ? steps << (octave - detailBits)
        : (steps + (1L << (detailBits - octave)) - 1) >> (detailBits - octave);
  }

  /// The bucket of a value.
  public int bucket(long value) {
    long v = Math.max(1, value);
    int octave = 63 - Long.numberOfLeadingZeros(v);
    if (octave >= OCTAVES) {
      return counts.length - 1;
    }
    int detail =
        octave >= detailBits
            ? (int) (v >>> (octave - detailBits)) & ((1 << detailBits) - 1)
            : (int) (v << (detailBits - octave)) & ((1 << detailBits) - 1);
    return (octave << detailBits) + detail;
  }

  /// Natural logarithm of the middle of each bucket, for sketches of this detail.
  public static double[] logMiddles(int detailBits) {
    double[] logs = new double[OCTAVES << detailBits];
    for (int i = 0; i < logs.length; i++) {
      double step = (i & ((1 << detailBits) - 1)) + 0.5;
      double mantissa = 1 + step / (1 << detailBits);
      logs[i] = (i >> detailBits) * StrictMath.log(2) + StrictMath.log(mantissa);
    }
    return logs;
  }

  public void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(tree, 0);
    total = 0;
    lowest = Integer.MAX_VALUE;
  }

  public void save(StateWriter out) {
    int filled = 0;
    for (int count : counts) {
      filled += count > 0 ? 1 : 0;
    }
    out.putInt(filled);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        out.putInt(i);
        out.putInt(counts[i]);
      }
    }
  }

  public void load(StateReader in) {
    clear();
    for (int filled = in.getInt(); filled > 0; filled--) {
      int bucket = in.getInt();
      addMany(bucket, in.getInt());
    }
  }
}
