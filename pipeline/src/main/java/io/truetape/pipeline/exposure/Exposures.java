package io.truetape.pipeline.exposure;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExpiryBucket;
import io.truetape.model.event.derived.exposure.StrikeExposure;
import io.truetape.model.market.Greeks;
import io.truetape.pipeline.math.Black76;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One computation: every contract at the present spot, added up by bucket and by strike.
///
/// A contract is re-priced by Black's formula at its own volatility; one with an early exercise
/// premium keeps its American greeks, moved by gamma. Formulas: docs/methods/exposure.md.
final class Exposures {
  static final double YEAR_NANOS = 365 * 86_400e9;
  private static final int PUBLISHED_STRIKES = 64;
  private static final int WEEK = 7;
  private static final int MONTH = 31;

  private final Tally[] tallies = new Tally[ExpiryBucket.values().length];
  private final TreeMap<Long, Strike> strikes = new TreeMap<>();
  private final ExposureRules rules;
  private final double spot;
  private int contracts;
  private final double[] per = new double[4];

  private static final class Strike {
    private double gexNaive;
    private double gexShort;
    private double gexFlow;
    private double dex;
    private double vex;
    private double chex;
    private long calls;
    private long puts;
    private double callGamma;
    private double putGamma;
  }

  Exposures(ExposureRules rules, double spot) {
    this.rules = rules;
    this.spot = spot;
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
  }

  void addAll(List<Cell> cells, long now, int today) {
    for (int i = 0; i < cells.size(); i++) {
      add(cells.get(i), now, today);
    }
  }

  private void add(Cell cell, long now, int today) {
    contracts += cell.pricedNanos != 0 ? 1 : 0;
    int days = cell.expiryDay - today;
    if (days < 0 || (cell.openInterest <= 0 && cell.volume == 0)) {
      return;
    }
    boolean counts = cell.counts(now, rules.hardLimitNanos());
    if (counts) {
      perContract(cell, now);
    }
    int from = days == 0 ? 0 : days <= WEEK ? 1 : days <= MONTH ? 2 : 3;
    for (int b = from; b < tallies.length; b++) {
      tallies[b].know(Math.max(0, cell.openInterest));
      if (counts) {
        tallies[b].add(cell, per, rules.dealerShare());
      }
    }
    if (counts) {
      byStrike(cell);
    }
  }

  /// Dollars per contract, unsigned by any model: gamma per 1 %, delta, vanna per volatility point,
  /// charm per calendar day.
  private void perContract(Cell cell, long now) {
    double delta;
    double gamma;
    double vanna = cell.vanna;
    double charm = cell.charm;
    if (cell.isEarly) {
      delta = cell.delta + cell.gamma * (spot - cell.spot);
      gamma = cell.gamma;
    } else {
      double forward = cell.forward * spot / cell.spot;
      double strike = cell.strikeMicros / 1e6;
      Greeks g =
          Black76.greeks(spot, forward, strike, cell.rate, cell.iv, cell.yearsAt(now), cell.isCall);
      delta = g.delta();
      gamma = g.gamma();
      vanna = g.vanna();
      charm = g.charm();
    }
    double dollars = cell.multiplier * spot;
    per[0] = gamma * dollars * spot * 0.01;
    per[1] = delta * dollars;
    per[2] = vanna * dollars * 0.01;
    per[3] = charm * dollars / 365;
  }

  private void byStrike(Cell cell) {
    Strike s = strikes.computeIfAbsent(cell.strikeMicros, _ -> new Strike());
    long interest = Math.max(0, cell.openInterest);
    double signed = cell.isCall ? interest : -interest;
    s.gexNaive += signed * per[0];
    s.gexShort -= interest * per[0];
    s.gexFlow += cell.inventory(rules.dealerShare()) * per[0];
    s.dex += signed * per[1];
    s.vex += signed * per[2];
    s.chex += signed * per[3];
    if (cell.isCall) {
      s.calls += interest;
      s.callGamma += interest * per[0];
    } else {
      s.puts += interest;
      s.putGamma += interest * per[0];
    }
  }

  /// How many contracts were ever priced.
  int contracts() {
    return contracts;
  }

  List<BucketExposure> buckets() {
    List<BucketExposure> buckets = new ArrayList<>(tallies.length);
    for (ExpiryBucket bucket : ExpiryBucket.values()) {
      buckets.add(tallies[bucket.ordinal()].of(bucket, rules.ruleBias()));
    }
    return buckets;
  }

  /// The strike with the most call (put) gamma by interest; 0 without any.
  long wall(boolean calls) {
    long best = 0;
    double most = 0;
    for (var entry : strikes.entrySet()) {
      double gamma = calls ? entry.getValue().callGamma : entry.getValue().putGamma;
      if (gamma > most) {
        most = gamma;
        best = entry.getKey();
      }
    }
    return best;
  }

  /// The strikes nearest the spot, ascending.
  List<StrikeExposure> nearestStrikes() {
    List<StrikeExposure> all = new ArrayList<>(strikes.size());
    int middle = 0;
    for (var entry : strikes.entrySet()) {
      Strike s = entry.getValue();
      middle += entry.getKey() < spot * 1e6 ? 1 : 0;
      all.add(
          new StrikeExposure(
              entry.getKey(),
              s.gexNaive,
              s.gexShort,
              s.gexFlow,
              s.dex,
              s.vex,
              s.chex,
              s.calls,
              s.puts));
    }
    int from =
        Math.clamp(middle - PUBLISHED_STRIKES / 2, 0, Math.max(0, all.size() - PUBLISHED_STRIKES));
    return all.subList(from, Math.min(all.size(), from + PUBLISHED_STRIKES));
  }
}
