package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// One stock trade report.
///
/// `conditions` holds up to four SIP letters; `venue` a log code, a FINRA facility when off-exchange;
/// `participantTsNanos` is the venue's own clock, 0 when not sent.
public record EquityPrint(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int symbol,
    long priceMicros,
    int size,
    int venue,
    String conditions,
    long participantTsNanos,
    long vendorSequence,
    int flags)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.EQUITY_PRINT;
  }
}
