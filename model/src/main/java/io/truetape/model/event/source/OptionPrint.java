package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;

/// One option trade report.
///
/// | component | meaning |
/// |---|---|
/// | `priceMicros` | micro-dollars per share |
/// | `size` | contracts |
/// | `venue`, `condition` | log codes of [io.truetape.model.market.Venue] and [io.truetape.model.market.SaleCondition] |
/// | `vendorSequence` | the vendor's own number; part of the print's identity |
/// | `nbbo` | NBBO at print as the vendor sent it, or `Nbbo.NONE` |
/// | `vendor` | vendor greeks, or `VendorGreeks.NONE` |
/// | `flags` | [PrintFlags] |
public record OptionPrint(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int contract,
    long priceMicros,
    int size,
    int venue,
    int condition,
    long vendorSequence,
    Nbbo nbbo,
    VendorGreeks vendor,
    int flags)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.OPTION_PRINT;
  }
}
