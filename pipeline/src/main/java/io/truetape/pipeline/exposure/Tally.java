package io.truetape.pipeline.exposure;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExpiryBucket;
import io.truetape.model.event.derived.exposure.ExposureTotals;

/// Sums of one bucket. Slots of the arrays: gex, dex, vex, chex.
final class Tally {
  private final double[] naive = new double[4];
  private final double[] allShort = new double[4];
  private final double[] flow = new double[4];
  private double variance;
  private double bias;
  private long openInterest;
  private long pricedInterest;
  private int priced;

  /// Open interest that may or may not be priced.
  void know(long interest) {
    openInterest += interest;
  }

  /// `per`: dollars per contract of gex, dex, vex, chex.
  void add(Cell cell, double[] per, double dealerShare) {
    double interest = Math.max(0, cell.openInterest);
    double sign = cell.isCall ? 1 : -1;
    double inventory = cell.inventory(dealerShare);
    for (int i = 0; i < 4; i++) {
      naive[i] += sign * interest * per[i];
      allShort[i] -= interest * per[i];
      flow[i] += inventory * per[i];
    }
    double weight = per[0] * dealerShare;
    variance += weight * weight * cell.variance;
    bias += Math.abs(weight) * cell.volume;
    pricedInterest += Math.max(0, cell.openInterest);
    priced++;
  }

  BucketExposure of(ExpiryBucket bucket, double ruleBias) {
    return new BucketExposure(
        bucket,
        totals(naive),
        totals(allShort),
        totals(flow),
        Math.sqrt(variance + ruleBias * ruleBias * bias * bias),
        openInterest,
        pricedInterest,
        priced);
  }

  private static ExposureTotals totals(double[] sums) {
    return new ExposureTotals(sums[0], sums[1], sums[2], sums[3]);
  }
}
