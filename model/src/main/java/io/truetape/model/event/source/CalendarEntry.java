package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;

/// A scheduled event and when it became known, so that nothing is known early.
///
/// `day` is an epoch day; `announcedTsNanos` UTC nanoseconds.
public record CalendarEntry(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    CalendarKind entryKind,
    String symbol,
    int day,
    long announcedTsNanos,
    String text)
    implements SourceEvent {
  @Override
  public EventKind kind() {
    return EventKind.CALENDAR_ENTRY;
  }
}
