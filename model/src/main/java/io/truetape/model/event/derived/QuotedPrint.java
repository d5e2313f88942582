package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;

/// A print with the NBBO and the spot as of its own exchange time.
///
/// `spotDoubleMicros` is twice the underlying mid (or twice the index level), so that odd spreads
/// stay exact; 0 when there is no spot. `spotTsNanos` is that quote's time.
public record QuotedPrint(
    NormalizedPrint print,
    Nbbo nbbo,
    QuoteLocation location,
    JoinQuality joinQuality,
    long spotDoubleMicros,
    long spotTsNanos)
    implements DerivedEvent {

  /// Age of the quote at the print, nanoseconds; -1 without a quote.
  public long quoteAgeNanos() {
    return nbbo.isPresent() ? tsNanos() - nbbo.tsNanos() : -1L;
  }

  /// Spread in hundredths of a percent of the mid; -1 when there is no two-sided quote.
  public double spreadBps() {
    return nbbo.isTwoSided() ? nbbo.spreadMicros() * 20_000.0 / nbbo.doubleMidMicros() : -1;
  }

  /// The price's place in the spread: 0 at the bid, 1 at the ask, outside beyond; -9 when unknown.
  public double positionInSpread() {
    if (!nbbo.isTwoSided() || nbbo.spreadMicros() <= 0) {
      return -9;
    }
    return (double) (print.print().priceMicros() - nbbo.bidMicros()) / nbbo.spreadMicros();
  }

  public boolean hasSpot() {
    return spotDoubleMicros > 0;
  }

  @Override
  public long tsNanos() {
    return print.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.QUOTED_PRINT;
  }
}
