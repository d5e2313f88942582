package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.market.EquityCondition;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Side;
import io.truetape.model.market.TrfClass;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionPhase;
import io.truetape.pipeline.table.LogSketch;

/// What kind of report an off-exchange print is. Pure.
///
/// Conditions speak first, then size, then the fraction of a cent, then the location.
final class TrfClassifier {
  private static final long DOLLAR = 1_000_000;
  private static final long CENT = 10_000;

  private TrfClassifier() {}

  static TrfClass classify(
      NormalizedEquityPrint print, QuoteLocation location, DarkRules rules, LogSketch sizes) {
    String conditions = print.print().conditions();
    if (EquityCondition.isLate(conditions)) {
      return TrfClass.LATE;
    }
    if (has(conditions, '7', 'V')) {
      return TrfClass.QCT;
    }
    if (has(conditions, 'W', 'B')) {
      return TrfClass.AVERAGE_PRICE;
    }
    if (has(conditions, '4', '4')) {
      return TrfClass.DERIVATIVELY_PRICED;
    }
    if (print.phase() != SessionPhase.RTH || EquityCondition.isExtendedHours(conditions)) {
      return TrfClass.EXTENDED;
    }
    if (!EquityCondition.mayInformInference(conditions)) {
      return TrfClass.UNKNOWN;
    }
    return byPrice(print, location, rules, sizes);
  }

  private static TrfClass byPrice(
      NormalizedEquityPrint print, QuoteLocation location, DarkRules rules, LogSketch sizes) {
    long price = print.print().priceMicros();
    int size = print.print().size();
    boolean large =
        size >= rules.blockShares() || Price.premium(price, size, 1) >= rules.blockMicros();
    boolean largeForName =
        sizes.total() < rules.minimumSamples() || sizes.isAtLeast(size, rules.sizePercentile());
    if (large && largeForName) {
      return TrfClass.BLOCK;
    }
    if (isSubPenny(price)) {
      return TrfClass.RETAIL_PI;
    }
    return switch (location) {
      case MID -> TrfClass.MIDPOINT;
      case ASK, BID -> TrfClass.AT_NBBO;
      case ABOVE_ASK, ABOVE_MID, BELOW_MID, BELOW_BID -> TrfClass.UNKNOWN;
      case NO_QUOTE, STALE, CROSSED, LOCKED, ONE_SIDED -> TrfClass.UNKNOWN;
    };
  }

  /// A fraction of a cent in (0, 0.4) or (0.6, 1), from one dollar up: below it any fraction is a
  /// regular tick, and around the half cent it is the midpoint of a one-cent spread.
  static boolean isSubPenny(long priceMicros) {
    long fraction = priceMicros % CENT;
    return priceMicros >= DOLLAR
        && fraction != 0
        && (fraction < CENT * 4 / 10 || fraction > CENT * 6 / 10);
  }

  /// Above the midpoint a retail buyer, below it a seller; at it or without a quote unknown.
  static Side retailSide(long priceMicros, Nbbo nbbo, QuoteLocation location) {
    if (!location.isKnown()) {
      return Side.UNKNOWN;
    }
    int against = Long.compare(2 * priceMicros, nbbo.doubleMidMicros());
    return against > 0 ? Side.BUY : against < 0 ? Side.SELL : Side.UNKNOWN;
  }

  private static boolean has(String conditions, char one, char other) {
    return conditions.indexOf(one) >= 0 || conditions.indexOf(other) >= 0;
  }
}
