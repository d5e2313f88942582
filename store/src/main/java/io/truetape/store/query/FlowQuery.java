package io.truetape.store.query;

import io.truetape.model.text.BadInput;
import java.util.Optional;

/// One page of prints: which, in what order, after which position, at most how many (1 to 1,000).
public record FlowQuery(
    FlowFilter filter, FlowSort sort, boolean descending, Optional<Position> after, int limit) {
  /// The largest page.
  public static final int MAX_LIMIT = 1_000;

  public FlowQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new BadInput("limit " + limit + " is not between 1 and " + MAX_LIMIT);
    }
  }

  /// The newest prints of a filter.
  public static FlowQuery newest(FlowFilter filter, int limit) {
    return new FlowQuery(filter, FlowSort.TIME, true, Optional.empty(), limit);
  }
}
