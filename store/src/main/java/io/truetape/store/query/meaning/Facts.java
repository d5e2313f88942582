package io.truetape.store.query.meaning;

import java.util.List;
import java.util.Optional;

/// Conclusions as kept. Safe from any thread.
public interface Facts {
  /// One page. Every condition is answered by the store.
  FactPage page(FactQuery query);

  /// The latest revision of each conclusion with this `seq`, newest cause first; at most 100.
  List<Fact> named(Resource resource, long seq);

  /// Every revision of each conclusion with this `seq`, newest cause first; at most 100.
  List<Fact> revisions(Resource resource, long seq);

  /// Every revision with a causing seq in `(afterCauseSeq, ...]`, oldest first.
  List<Fact> causedAfter(FactFilter filter, long afterCauseSeq, int limit);

  /// The last one about a symbol with `ts_nanos <= atNanos`.
  Optional<Fact> asOf(Resource resource, String symbol, long atNanos);

  /// Minutes of the symbols (none: of all) starting in `[fromNanos, toNanos)`, the last `limit` of
  /// them, oldest first.
  List<TideMinute> tide(List<String> symbols, long fromNanos, long toNanos, int limit);

  /// Rule sets in the order they came into force, at most 1,000.
  List<RuleSet> ruleSets();

  /// All conclusions caused by a seq up to this one are stored; 0 when nothing is.
  long progress();
}
