package io.truetape.model.event.trade;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.TradeEvent;

/// A person approved or refused something that needed approval.
public record ApprovalGiven(long tsNanos, String subject, String by, boolean approved)
    implements TradeEvent {
  @Override
  public EventKind kind() {
    return EventKind.APPROVAL_GIVEN;
  }
}
