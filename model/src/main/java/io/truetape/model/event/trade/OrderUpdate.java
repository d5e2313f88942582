package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// The broker said something about an order.
public record OrderUpdate(long tsNanos, String orderId, String state, String detail)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.ORDER_UPDATE;
  }
}
