package io.truetape.pipeline.dark;

import io.truetape.model.market.TrfClass;
import io.truetape.pipeline.rule.RuleReader;

/// Probability that an alternative trading system printed it, by class, before any calibration.
/// Source: docs/methods/dark.md, section 2.
public record AtsPriors(
    double retail,
    double midpoint,
    double atNbbo,
    double block,
    double contingent,
    double averagePrice,
    double derived,
    double late,
    double extended,
    double unknown) {

  static AtsPriors standard() {
    return new AtsPriors(0.02, 0.6, 0.2, 0.4, 0.1, 0.02, 0.05, 0.1, 0.1, 0.2);
  }

  static AtsPriors from(RuleReader r) {
    return new AtsPriors(
        r.number("atsRetail", 0, 1),
        r.number("atsMidpoint", 0, 1),
        r.number("atsAtNbbo", 0, 1),
        r.number("atsBlock", 0, 1),
        r.number("atsContingent", 0, 1),
        r.number("atsAveragePrice", 0, 1),
        r.number("atsDerived", 0, 1),
        r.number("atsLate", 0, 1),
        r.number("atsExtended", 0, 1),
        r.number("atsUnknown", 0, 1));
  }

  double of(TrfClass trfClass) {
    return switch (trfClass) {
      case RETAIL_PI -> retail;
      case MIDPOINT -> midpoint;
      case AT_NBBO -> atNbbo;
      case BLOCK -> block;
      case QCT -> contingent;
      case AVERAGE_PRICE -> averagePrice;
      case DERIVATIVELY_PRICED -> derived;
      case LATE -> late;
      case EXTENDED -> extended;
      case UNKNOWN -> unknown;
    };
  }
}
