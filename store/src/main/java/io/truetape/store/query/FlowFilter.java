package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;
import java.util.List;

/// Conditions that must all hold; none means every print.
public record FlowFilter(List<Condition> conditions) {
  public FlowFilter {
    conditions = List.copyOf(conditions);
  }

  /// Every print.
  public static FlowFilter everything() {
    return new FlowFilter(List.of());
  }

  /// The plain meaning, and the oracle of the SQL.
  public boolean matches(ChippedPrint print) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).matches(print)) {
        return false;
      }
    }
    return true;
  }
}
