package io.truetape.store.query;

import java.util.List;
import java.util.Optional;

/// The tape as kept. Safe from any thread.
public interface Prints {
  /// How many prints, and how much premium, carry one value of one field.
  record FacetCount(String field, String value, long prints, long premiumMicros) {}

  /// One page. Every condition is answered by the store.
  PrintPage page(FlowQuery query);

  /// The print with this log position.
  Optional<StoredPrint> byId(long printSeq);

  /// The prints with these log positions, at most 1,000, in order of seq; what is not kept is left
  /// out.
  List<StoredPrint> byIds(List<Long> printSeqs);

  /// Prints with a causing seq in `(afterCauseSeq, throughCauseSeq]`, oldest first.
  List<StoredPrint> causedWithin(
      FlowFilter filter, long afterCauseSeq, long throughCauseSeq, int limit);

  /// Totals over a filter.
  FlowSummary summary(FlowFilter filter);

  /// Counts per value of symbol, right, side, location, sentiment, venue, condition class, expiry,
  /// session and chip; at most `perField` values each, most premium first.
  List<FacetCount> facets(FlowFilter filter, int perField);

  /// Everything caused by a seq up to this one is stored; 0 when nothing is.
  long progress();
}
