package io.truetape.store.query.meaning;

import io.truetape.model.event.DerivedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions on one resource that must all hold; none means every conclusion.
public record FactFilter(Resource resource, List<FactCondition> conditions) {
  public FactFilter {
    conditions = List.copyOf(conditions);
  }

  public static FactFilter everything(Resource resource) {
    return new FactFilter(resource, List.of());
  }

  /// The plain meaning, and the oracle of the SQL.
  public boolean matches(DerivedEvent event) {
    if (!resource.type().isInstance(event)) {
      return false;
    }
    if (conditions.isEmpty()) {
      return true;
    }
    Layout layout = resource.layout();
    @Nullable Object[] row = layout.row(event);
    for (FactCondition condition : conditions) {
      if (!condition.matches(layout, row)) {
        return false;
      }
    }
    return true;
  }
}
