package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A split, dividend or symbol change with its effective day; ratio is new over old.
public record CorporateAction(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    String actionKind,
    String symbol,
    int effectiveDay,
    long ratioNew,
    long ratioOld,
    long amountMicros,
    String text)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.CORPORATE_ACTION;
  }
}
