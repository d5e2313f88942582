package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// One point of the interest rate curve: continuous, per year (0.043 = 4.3 %), for money lent over
/// `tenorDays` calendar days. `asOfDay` is the epoch day it was published for; `source` names who.
public record RatePoint(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    int tenorDays,
    double rate,
    int asOfDay,
    String source)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.RATE_POINT;
  }
}
