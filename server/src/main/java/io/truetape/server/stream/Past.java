package io.truetape.server.stream;

import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.Prints;
import io.truetape.store.query.StoredPrint;
import java.util.List;

/// What a client should hear first: the newest prints, or those since it left.
///
/// A client that missed more than [#MAX_RESUME] prints hears a gap and then the newest ones.
record Past(long after, List<StoredPrint> prints, boolean gap) {
  static final int MAX_RESUME = 5_000;

  static Past newest(Prints prints, FlowFilter filter, int count) {
    List<StoredPrint> found =
        count == 0 ? List.of() : prints.page(FlowQuery.newest(filter, count)).prints();
    return new Past(-1, found, false);
  }

  static Past since(Prints prints, FlowFilter filter, long after, int snapshot) {
    List<StoredPrint> missed = prints.causedWithin(filter, after, Long.MAX_VALUE, MAX_RESUME + 1);
    if (missed.size() <= MAX_RESUME) {
      return new Past(after, missed, false);
    }
    return new Past(-1, newest(prints, filter, snapshot).prints(), true);
  }
}
