package io.truetape.model.baseline;

import java.util.ArrayList;
import java.util.List;

/// Sums over one session or several of one symbol.
///
/// | component | meaning |
/// |---|---|
/// | `sessions` | how many are summed, at most [#SESSIONS] |
/// | `prints` | option prints |
/// | `volume`, `stockVolume` | contracts and shares |
/// | `openVolume`, `openMinutes` | contracts, and minutes with a print, of the open window |
/// | `premiums` | buckets of premium, eight steps per octave of micro-dollars |
/// | `sizes` | buckets of print size, eight steps per octave of contracts |
/// | `volumes` | contracts by five-minute bucket of the New York day, 0 to 287 |
/// | `contracts` | by terms, at most [#CONTRACTS]; each over the contract's own life |
///
/// Bucket lists are ascending and hold no zeros.
public record Baseline(
    int sessions,
    long prints,
    long volume,
    long stockVolume,
    long openVolume,
    long openMinutes,
    List<BucketCount> premiums,
    List<BucketCount> sizes,
    List<BucketCount> volumes,
    List<ContractBaseline> contracts) {
  /// Trailing sessions that count.
  public static final int SESSIONS = 20;

  /// Contracts carried, the most printed first to stay.
  public static final int CONTRACTS = 512;

  public static final Baseline NONE =
      new Baseline(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of());

  public Baseline {
    premiums = List.copyOf(premiums);
    sizes = List.copyOf(sizes);
    volumes = List.copyOf(volumes);
    contracts = List.copyOf(contracts);
  }

  public boolean isEmpty() {
    return sessions == 0;
  }

  /// Mean contracts per session; -1 when there was none.
  public long adv() {
    return sessions == 0 ? -1 : volume / sessions;
  }

  /// Mean shares of the stock per session; -1 when none were seen.
  public long stockAdv() {
    return sessions == 0 || stockVolume == 0 ? -1 : stockVolume / sessions;
  }

  /// Mean contracts per non-empty minute of the open window; 0 when unknown.
  public double openMean() {
    return openMinutes == 0 ? 0 : (double) openVolume / openMinutes;
  }

  /// This and a later session, `day` its epoch day. A full baseline first loses a twentieth of
  /// every count. A contract's later counts replace its earlier ones; expired contracts go.
  public Baseline plus(Baseline later, int day) {
    Baseline kept = sessions + later.sessions > SESSIONS ? faded() : this;
    return new Baseline(
        Math.min(SESSIONS, sessions + later.sessions),
        kept.prints + later.prints,
        kept.volume + later.volume,
        kept.stockVolume + later.stockVolume,
        kept.openVolume + later.openVolume,
        kept.openMinutes + later.openMinutes,
        sum(kept.premiums, later.premiums),
        sum(kept.sizes, later.sizes),
        sum(kept.volumes, later.volumes),
        Contracts.merged(contracts, later.contracts, day));
  }

  private Baseline faded() {
    return new Baseline(
        sessions - 1,
        faded(prints),
        faded(volume),
        faded(stockVolume),
        faded(openVolume),
        faded(openMinutes),
        faded(premiums),
        faded(sizes),
        faded(volumes),
        contracts);
  }

  private static long faded(long count) {
    return count - count / SESSIONS;
  }

  private static List<BucketCount> faded(List<BucketCount> counts) {
    return counts.stream().map(b -> new BucketCount(b.bucket(), faded(b.count()))).toList();
  }

  private static List<BucketCount> sum(List<BucketCount> a, List<BucketCount> b) {
    List<BucketCount> out = new ArrayList<>(a.size() + b.size());
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int left = i < a.size() ? a.get(i).bucket() : Integer.MAX_VALUE;
      int right = j < b.size() ? b.get(j).bucket() : Integer.MAX_VALUE;
      int bucket = Math.min(left, right);
      long count = 0;
      count += left == bucket ? a.get(i++).count() : 0;
      count += right == bucket ? b.get(j++).count() : 0;
      out.add(new BucketCount(bucket, count));
    }
    return out;
  }
}
