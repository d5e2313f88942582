package io.truetape.model.event.control;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.EventKind;
import java.util.List;

/// A rule set came into force. `content` is the file as written; `values` what it says; `sha256` of the content.
public record RulesActivated(
    long tsNanos,
    String name,
    String version,
    String sha256,
    String content,
    List<RuleValue> values)
    implements ControlEvent {
  public RulesActivated {
    values = List.copyOf(values);
  }

  @Override
  public EventKind kind() {
    return EventKind.RULES_ACTIVATED;
  }
}
