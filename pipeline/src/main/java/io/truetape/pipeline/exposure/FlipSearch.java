package io.truetape.pipeline.exposure;

import io.truetape.model.event.derived.exposure.FlipPoint;
import io.truetape.pipeline.math.QuickExp;
import java.util.Arrays;

/// The spot at which gex changes sign: every contract re-priced on a grid of spots, its volatility
/// sticking to its strike, then the crossing nearest the present spot refined.
///
/// Scratch arrays grow with the contracts and are reused. One pass costs contracts x grid steps
/// times one exponential.
final class FlipSearch {
  private static final int REFINEMENTS = 12;
  private static final double OUTSIDE = 81;
  private static final double ROOT_TWO_PI = 2.5066282746310002;

  private double[] at = new double[64];
  private double[] total = new double[64];
  private double[] naive = new double[64];
  private double[] flow = new double[64];
  private int size;
  private double naiveSum;
  private double flowSum;

  void clear() {
    size = 0;
  }

  /// A contract with `years` left, at the spot `spot`.
  void add(Cell cell, double spot, double years, double dealerShare) {
    if (size == at.length) {
      at = Arrays.copyOf(at, size * 2);
      total = Arrays.copyOf(total, size * 2);
      naive = Arrays.copyOf(naive, size * 2);
      flow = Arrays.copyOf(flow, size * 2);
    }
    double deviation = cell.iv * Math.sqrt(years);
    double carry = StrictMath.log(cell.forward / cell.spot) / cell.years * years;
    double strike = cell.strikeMicros / 1e6;
    at[size] = (StrictMath.log(spot / strike) + carry) / deviation + 0.5 * deviation;
    total[size] = deviation;
    double unit =
        StrictMath.exp(carry - cell.rate * years)
            * cell.multiplier
            * 0.01
            / (deviation * ROOT_TWO_PI);
    double interest = Math.max(0, cell.openInterest);
    naive[size] = unit * (cell.isCall ? interest : -interest);
    flow[size] = unit * cell.inventory(dealerShare);
    size++;
  }

  FlipPoint find(double spot, ExposureRules rules) {
    if (size == 0) {
      return FlipPoint.NONE;
    }
    int steps = rules.gridSteps();
    double[] spots = new double[steps + 1];
    double[] naives = new double[steps + 1];
    double[] flows = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      spots[i] = 1 + rules.gridPercent() / 100 * (2.0 * i / steps - 1);
      sum(spots[i], spot);
      naives[i] = naiveSum;
      flows[i] = flowSum;
    }
    double n = nearest(spots, naives, spot, true);
    double f = nearest(spots, flows, spot, false);
    sum(1, spot);
    return new FlipPoint(n * spot, f * spot, n > 0, f > 0, naiveSum);
  }

  /// The ratio to the spot at the sign change nearest 1, or 0 without one.
  private double nearest(double[] ratios, double[] values, double spot, boolean isNaive) {
    int best = -1;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ratios.length; i++) {
      boolean crosses = (values[i - 1] < 0) != (values[i] < 0);
      double gap = Math.abs(0.5 * (ratios[i] + ratios[i - 1]) - 1);
      if (crosses && gap < distance) {
        best = i;
        distance = gap;
      }
    }
    if (best < 0) {
      return 0;
    }
    double low = ratios[best - 1];
    double high = ratios[best];
    boolean lowNegative = values[best - 1] < 0;
    for (int i = 0; i < REFINEMENTS; i++) {
      double middle = 0.5 * (low + high);
      sum(middle, spot);
      boolean isNegative = (isNaive ? naiveSum : flowSum) < 0;
      if (isNegative == lowNegative) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private void sum(double ratio, double spot) {
    double log = StrictMath.log(ratio);
    double n = 0;
    double f = 0;
    for (int i = 0; i < size; i++) {
      double d = at[i] + log / total[i];
      double square = d * d;
      if (square < OUTSIDE) {
        double density = QuickExp.of(-0.5 * square);
        n += naive[i] * density;
        f += flow[i] * density;
      }
    }
    naiveSum = n * spot * ratio;
    flowSum = f * spot * ratio;
  }
}
