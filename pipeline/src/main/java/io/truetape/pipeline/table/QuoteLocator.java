package io.truetape.pipeline.table;

import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;

/// Where a price stands against a quote. Pure, exact integer comparison, no epsilon.
public final class QuoteLocator {
  private QuoteLocator() {}

  /// Prevailing NBBO location of a print.
  ///
  /// | argument | unit | range |
  /// |---|---|---|
  /// | `priceMicros` | micro-dollars | > 0 |
  /// | `nbbo` | as of the print's exchange time | any, also absent, one-sided, crossed |
  /// | `tsNanos` | the print's exchange time | >= the quote's |
  /// | `maxAgeNanos` | older than this is STALE | >= 0 |
  ///
  /// Source: docs/methods/side.md, section 1. O(1), no allocation.
  public static QuoteLocation locate(long priceMicros, Nbbo nbbo, long tsNanos, long maxAgeNanos) {
    if (!nbbo.isPresent()) {
      return QuoteLocation.NO_QUOTE;
    }
    if (tsNanos - nbbo.tsNanos() > maxAgeNanos) {
      return QuoteLocation.STALE;
    }
    if (!nbbo.isTwoSided()) {
      return QuoteLocation.ONE_SIDED;
    }
    long bid = nbbo.bidMicros();
    long ask = nbbo.askMicros();
    if (bid >= ask) {
      return bid > ask ? QuoteLocation.CROSSED : QuoteLocation.LOCKED;
    }
    if (priceMicros >= ask) {
      return priceMicros > ask ? QuoteLocation.ABOVE_ASK : QuoteLocation.ASK;
    }
    if (priceMicros <= bid) {
      return priceMicros < bid ? QuoteLocation.BELOW_BID : QuoteLocation.BID;
    }
    long againstMid = 2 * priceMicros - nbbo.doubleMidMicros();
    return againstMid > 0
        ? QuoteLocation.ABOVE_MID
        : againstMid < 0 ? QuoteLocation.BELOW_MID : QuoteLocation.MID;
  }
}
