package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// An order left for a broker. Quantity in contracts or shares, signed: negative sells.
public record OrderSent(long tsNanos, String orderId, int contract, long quantity, long limitMicros)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.ORDER_SENT;
  }
}
