package io.truetape.pipeline.stats;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.LogSketch;
import java.util.ArrayList;
import java.util.List;

/// What earlier sessions of the symbol say, frozen while a session runs.
final class Warm {
  /// Five minutes in minutes, the width of a time-of-day bucket.
  static final int BUCKET_MINUTES = 5;

  private static final int BUCKETS = 1_440 / BUCKET_MINUTES;
  private static final double BUCKET_NANOS = BUCKET_MINUTES * 60e9;
  private static final double LARGE = 0.99;

  private final Baseline baseline;
  private final long sizePercentile99;
  private final double[] until;

  Warm(Baseline baseline, int detailBits) {
    this.baseline = baseline;
    this.sizePercentile99 = largeSize(baseline.sizes(), detailBits);
    this.until = baseline.isEmpty() ? new double[0] : volumeUntil(baseline);
  }

  Baseline baseline() {
    return baseline;
  }

  /// Contracts; -1 without earlier sessions.
  long sizePercentile99() {
    return sizePercentile99;
  }

  /// Volume so far over the mean of earlier sessions at this time of day; -1 when that is unknown.
  /// Inside a bucket the mean grows evenly.
  double volumeRatio(long soFar, long nanosSinceMidnight) {
    if (until.length == 0) {
      return -1;
    }
    double place = Math.clamp(nanosSinceMidnight / BUCKET_NANOS, 0, BUCKETS);
    int bucket = Math.min((int) place, BUCKETS - 1);
    double expected = until[bucket] + (place - bucket) * (until[bucket + 1] - until[bucket]);
    return expected <= 0 ? -1 : soFar / expected;
  }

  /// The premiums this contract printed in earlier sessions; empty when it is not known.
  List<BucketCount> premiumsOf(Contract c) {
    List<ContractBaseline> contracts = baseline.contracts();
    int low = 0;
    int high = contracts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ContractBaseline found = contracts.get(middle);
      int order = found.compareTerms(c.root(), c.expiryDay(), c.strikeMicros(), c.right());
      if (order == 0) {
        return found.premiums();
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return List.of();
  }

  private static double[] volumeUntil(Baseline baseline) {
    double[] until = new double[BUCKETS + 1];
    for (BucketCount b : baseline.volumes()) {
      until[b.bucket() + 1] = (double) b.count() / baseline.sessions();
    }
    for (int i = 1; i <= BUCKETS; i++) {
      until[i] += until[i - 1];
    }
    return until;
  }

  private static long largeSize(List<BucketCount> sizes, int detailBits) {
    long total = 0;
    for (BucketCount b : sizes) {
      total += b.count();
    }
    long below = 0;
    for (BucketCount b : sizes) {
      below += b.count();
      if (below >= LARGE * total) {
        return LogSketch.lowerEdge(b.bucket(), detailBits);
      }
    }
    return -1;
  }

  static void save(Baseline b, StateWriter out) {
    out.putInt(b.sessions());
    out.putLong(b.prints());
    out.putLong(b.volume());
    out.putLong(b.stockVolume());
    out.putLong(b.openVolume());
    out.putLong(b.openMinutes());
    saveBuckets(b.premiums(), out);
    saveBuckets(b.sizes(), out);
    saveBuckets(b.volumes(), out);
    out.putInt(b.contracts().size());
    for (ContractBaseline c : b.contracts()) {
      out.putText(c.root());
      out.putInt(c.right().ordinal());
      out.putInt(c.expiryDay());
      out.putLong(c.strikeMicros());
      saveBuckets(c.premiums(), out);
    }
  }

  static Baseline load(StateReader in) {
    return new Baseline(
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        loadBuckets(in),
        loadBuckets(in),
        loadBuckets(in),
        loadContracts(in));
  }

  private static List<ContractBaseline> loadContracts(StateReader in) {
    List<ContractBaseline> contracts = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      String root = in.getText();
      Right right = Right.values()[in.getInt()];
      contracts.add(new ContractBaseline(root, right, in.getInt(), in.getLong(), loadBuckets(in)));
    }
    return contracts;
  }

  private static void saveBuckets(List<BucketCount> buckets, StateWriter out) {
    out.putInt(buckets.size());
    for (BucketCount b : buckets) {
      out.putInt(b.bucket());
      out.putLong(b.count());
    }
  }

  private static List<BucketCount> loadBuckets(StateReader in) {
    List<BucketCount> buckets = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      buckets.add(new BucketCount(in.getInt(), in.getLong()));
    }
    return buckets;
  }
}
