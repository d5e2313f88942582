package io.truetape.server.stream;

import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Facts;
import java.util.List;

/// What a client of a channel should hear first: the newest, or every word since it left.
///
/// A client that missed more than 5,000 hears a gap and then the newest.
record FactPast(long after, List<Fact> facts, boolean gap) {
  static FactPast newest(Facts facts, FactFilter filter, int count) {
    List<Fact> found = count == 0 ? List.of() : facts.page(FactQuery.newest(filter, count)).facts();
    return new FactPast(-1, found, false);
  }

  static FactPast since(Facts facts, FactFilter filter, long after, int snapshot) {
    List<Fact> missed = facts.causedAfter(filter, after, Past.MAX_RESUME + 1);
    return missed.size() <= Past.MAX_RESUME
        ? new FactPast(after, missed, false)
        : new FactPast(-1, newest(facts, filter, snapshot).facts(), true);
  }
}
