package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// Cash and buying power as the broker reports them, micro-dollars.
public record AccountUpdate(long tsNanos, String account, long cashMicros, long buyingPowerMicros)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.ACCOUNT_UPDATE;
  }
}
