package io.truetape.model.event.derived.dark;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Side;
import io.truetape.model.market.TrfClass;
import io.truetape.model.price.Price;

/// A stock print reported to a FINRA facility, beside the NBBO as of its exchange time.
///
/// | component | meaning |
/// |---|---|
/// | `symbolText` | the stock |
/// | `nbbo`, `location` | last quote stamped at or before the print; where the price stood |
/// | `trfClass` | what kind of report it is |
/// | `retailSide` | of a RETAIL_PI print by the midpoint; UNKNOWN otherwise |
/// | `pAts` | prior probability, by class, that an alternative trading system printed it; not calibrated |
/// | `mayInform` | conditions, class and hours let an inference use it |
public record OffExchangePrint(
    NormalizedEquityPrint equity,
    String symbolText,
    Nbbo nbbo,
    QuoteLocation location,
    TrfClass trfClass,
    Side retailSide,
    double pAts,
    boolean mayInform)
    implements DerivedEvent {

  /// Price x size, micro-dollars.
  public long notionalMicros() {
    return Price.premium(equity.print().priceMicros(), equity.print().size(), 1);
  }

  /// Age of the quote at the print, nanoseconds; -1 without a quote.
  public long quoteAgeNanos() {
    return nbbo.isPresent() ? tsNanos() - nbbo.tsNanos() : -1L;
  }

  @Override
  public long tsNanos() {
    return equity.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.OFF_EXCHANGE_PRINT;
  }
}
