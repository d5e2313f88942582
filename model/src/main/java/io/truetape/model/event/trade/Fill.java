package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// Part of an order was executed.
public record Fill(
    long tsNanos, String orderId, String fillId, long quantity, long priceMicros, long feeMicros)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.FILL;
  }
}
