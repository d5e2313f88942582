package io.truetape.pipeline.metrics;

import io.truetape.model.event.derived.SigPart;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.market.QuoteLocation;

/// sigScore v1: a weighted sum of five components in [0, 1] over those that are available.
///
/// Pure, except that the last computed value and its missing parts are kept for the caller, to
/// spare an object per print. Source: docs/methods/sigscore.md.
final class SigScore {
  private final MetricsRules rules;
  private double weighted;
  private double weights;
  private int missing;

  SigScore(MetricsRules rules) {
    this.rules = rules;
  }

  /// The raw score; [#missing] then says which parts it had to do without.
  double raw(WindowedPrint w, double volOiRatio, double otmPct, boolean hasSpot) {
    weighted = 0;
    weights = 0;
    missing = 0;
    part(
        SigPart.VALUE_PERCENTILE,
        rules.valueWeight(),
        w.symbolPercentile() >= 0,
        w.symbolPercentile());
    part(SigPart.VOL_OI, rules.volOiWeight(), volOiRatio >= 0, volOiRatio / rules.volOiFull());
    part(SigPart.REPEAT, rules.repeatWeight(), true, w.repeat3m() / rules.repeatFull());
    part(SigPart.OTM, rules.otmWeight(), hasSpot, otm(otmPct));
    part(
        SigPart.SIDE_CONFIDENCE,
        rules.sideWeight(),
        true,
        sideConfidence(w.sided().quoted().location()));
    return weights > 0 ? weighted / weights : 0;
  }

  int missing() {
    return missing;
  }

  private void part(SigPart part, double weight, boolean available, double value) {
    if (!available) {
      missing |= part.bit();
      return;
    }
    weighted += weight * Math.clamp(value, 0.0, 1.0);
    weights += weight;
  }

  private double otm(double otmPct) {
    if (otmPct <= 0) {
      return 0;
    }
    double x = (otmPct - rules.otmPeak()) / rules.otmWidth();
    return StrictMath.exp(-x * x);
  }

  private static double sideConfidence(QuoteLocation location) {
    return switch (location) {
      case ABOVE_ASK -> 1.0;
      case ASK -> 0.85;
      case BID, BELOW_BID -> 0.70;
      case ABOVE_MID, MID, BELOW_MID, NO_QUOTE, STALE, CROSSED, LOCKED, ONE_SIDED -> 0.25;
    };
  }
}
