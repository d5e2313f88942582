package io.truetape.store.query.meaning;

import io.truetape.model.text.BadInput;
import java.util.Optional;

/// One page: which, ordered by which column, in which direction, after which position.
///
/// `everyRevision` shows superseded words too; `limit` is 1 to 1,000.
public record FactQuery(
    FactFilter filter,
    String sort,
    boolean descending,
    boolean everyRevision,
    Optional<FactPosition> after,
    int limit) {
  public static final int MAX_LIMIT = 1_000;

  public FactQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new BadInput("limit " + limit + " is not between 1 and " + MAX_LIMIT);
    }
  }

  /// The newest ones, each in its latest revision.
  public static FactQuery newest(FactFilter filter, int limit) {
    return new FactQuery(filter, "ts_nanos", true, false, Optional.empty(), limit);
  }
}
