package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;

/// A measured property of a print that may be absent. An absent value is in no range.
public enum RatioField {
  OTM_PCT,
  VOL_OI,
  SIG_SCORE,
  CONTRACT_PERCENTILE;

  /// The value, or NaN when absent.
  public double of(ChippedPrint p) {
    return switch (this) {
      case OTM_PCT -> p.measured().hasSpot() ? p.measured().otmPct() : Double.NaN;
      case VOL_OI -> absentBelowZero(p.measured().volOiRatio());
      case SIG_SCORE -> absentBelowZero(p.measured().sigScore());
      case CONTRACT_PERCENTILE -> absentBelowZero(p.windowed().contractPercentile());
    };
  }

  private static double absentBelowZero(double value) {
    return value < 0 ? Double.NaN : value;
  }
}
