package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// A position as the broker reports it.
public record PositionUpdate(
    long tsNanos, String account, int contract, long quantity, long averageMicros)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.POSITION_UPDATE;
  }
}
