package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.time.SessionPhase;

/// A stock print in event-time order, with what its conditions allow it to count for.
public record NormalizedEquityPrint(
    EquityPrint print,
    long printSeq,
    SessionPhase phase,
    boolean countsForVolume,
    boolean updatesLast,
    boolean offExchange)
    implements DerivedEvent {
  @Override
  public long tsNanos() {
    return print.sourceTsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.NORMALIZED_EQUITY_PRINT;
  }
}
