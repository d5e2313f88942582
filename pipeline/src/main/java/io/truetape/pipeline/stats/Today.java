package io.truetape.pipeline.stats;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.baseline.Contracts;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What the running session adds to the baselines: buckets of premium and size, and stock volume.
final class Today {
  private final int[] premiums;
  private final int[] sizes;
  private long prints;
  private long stockVolume;

  Today(int buckets) {
    this.premiums = new int[buckets];
    this.sizes = new int[buckets];
  }

  void add(int premiumBucket) {
    premiums[premiumBucket]++;
    prints++;
  }

  void addSize(int sizeBucket) {
    sizes[sizeBucket]++;
  }

  void addStock(int shares) {
    stockVolume += shares;
  }

  boolean isEmpty() {
    return prints == 0 && stockVolume == 0;
  }

  List<BucketCount> premiums() {
    return filled(premiums);
  }

  /// The session's sums; `[openFrom, openTo)` is the open window, minutes of day.
  Baseline baseline(
      Minutes minutes, int openFrom, int openTo, IntTable<ContractStats> contracts, int day) {
    return new Baseline(
        1,
        prints,
        minutes.sum(0, Minutes.DAY),
        stockVolume,
        minutes.sum(openFrom, openTo),
        minutes.filled(openFrom, openTo),
        filled(premiums),
        filled(sizes),
        minutes.buckets(Warm.BUCKET_MINUTES),
        contracts(contracts, day));
  }

  private static List<ContractBaseline> contracts(IntTable<ContractStats> contracts, int day) {
    List<ContractBaseline> all = new ArrayList<>();
    for (int i = 0; i < contracts.size(); i++) {
      contracts.valueAt(i).addBaselineTo(all, day);
    }
    return Contracts.bounded(all);
  }

  /// Slot 0 the median, slot 1 the median absolute deviation of ln premium, by bucket middles; both
  /// 0 without a print.
  double[] spread(double[] logs) {
    if (prints == 0) {
      return new double[2];
    }
    record Deviation(double size, int count) {}
    double median = logs[quantile()];
    List<Deviation> deviations = new ArrayList<>();
    for (int i = 0; i < premiums.length; i++) {
      if (premiums[i] > 0) {
        deviations.add(new Deviation(Math.abs(logs[i] - median), premiums[i]));
      }
    }
    deviations.sort(Comparator.comparingDouble(Deviation::size));
    long below = 0;
    for (Deviation d : deviations) {
      below += d.count();
      if (2 * below >= prints) {
        return new double[] {median, d.size()};
      }
    }
    throw new AssertionError("no median in " + prints + " prints");
  }

  private int quantile() {
    long below = 0;
    int bucket = -1;
    while (2 * below < prints) {
      below += premiums[++bucket];
    }
    return bucket;
  }

  void clear() {
    Arrays.fill(premiums, 0);
    Arrays.fill(sizes, 0);
    prints = 0;
    stockVolume = 0;
  }

  void save(StateWriter out) {
    out.putLong(prints);
    out.putLong(stockVolume);
    save(premiums, out);
    save(sizes, out);
  }

  void load(StateReader in) {
    clear();
    prints = in.getLong();
    stockVolume = in.getLong();
    load(premiums, in);
    load(sizes, in);
  }

  private static List<BucketCount> filled(int[] counts) {
    List<BucketCount> filled = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        filled.add(new BucketCount(i, counts[i]));
      }
    }
    return filled;
  }

  private static void save(int[] counts, StateWriter out) {
    List<BucketCount> filled = filled(counts);
    out.putInt(filled.size());
    for (BucketCount b : filled) {
      out.putInt(b.bucket());
      out.putLong(b.count());
    }
  }

  private static void load(int[] counts, StateReader in) {
    for (int n = in.getInt(); n > 0; n--) {
      int bucket = in.getInt();
      counts[bucket] = (int) in.getLong();
    }
  }
}
