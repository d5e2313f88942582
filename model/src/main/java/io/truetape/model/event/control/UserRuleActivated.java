package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;

/// A user's alert rule came into force, or went out of it when `active` is false.
public record UserRuleActivated(
    long tsNanos, String ruleId, String owner, String content, boolean active)
    implements ControlEvent {
  @Override
  public EventKind kind() {
    return EventKind.USER_RULE_ACTIVATED;
  }
}
