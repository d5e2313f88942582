package io.truetape.store.query.view;

import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.store.query.CodeField;
import io.truetape.store.query.Condition;
import io.truetape.store.query.RatioField;
import io.truetape.store.query.WholeField;
import java.util.List;
import java.util.stream.Stream;

/// Which prints a view shows, as a condition the store answers. A sale is as visible as a purchase,
/// and a print is measured against its own contract. Source: docs/methods/views.md.
///
/// | component | meaning |
/// |---|---|
/// | `minMicros` | less premium is never shown |
/// | `largeMicros` | this much always is |
/// | `percentile` | at a quote: the least place among the contract's earlier prints, [0, 1] |
/// | `unknownMicros` | at a quote: the least premium while the contract has no such place yet |
/// | `insideMicros`, `insidePercentile` | inside the spread: the least premium and place |
/// | `unquotedMicros` | without a usable quote: the least premium |
/// | `sweepMicros` | the least premium of a reported sweep |
/// | `size` | so many contracts are shown whatever their place |
/// | `maxAgeNanos` | a quote up to this old is usable |
public record ViewPolicy(
    long minMicros,
    long largeMicros,
    double percentile,
    long unknownMicros,
    long insideMicros,
    double insidePercentile,
    long unquotedMicros,
    long sweepMicros,
    int size,
    long maxAgeNanos) {
  private static final List<Integer> AT_QUOTE =
      codes(QuoteLocation.ABOVE_ASK, QuoteLocation.ASK, QuoteLocation.BID, QuoteLocation.BELOW_BID);
  private static final List<Integer> INSIDE =
      codes(QuoteLocation.ABOVE_MID, QuoteLocation.MID, QuoteLocation.BELOW_MID);
  private static final List<Integer> KNOWN =
      Stream.concat(AT_QUOTE.stream(), INSIDE.stream()).sorted().toList();
  private static final List<Integer> NOT_INSIDE =
      Stream.of(QuoteLocation.values())
          .map(QuoteLocation::ordinal)
          .filter(code -> !INSIDE.contains(code))
          .toList();

  /// What a print must satisfy.
  public Condition condition() {
    Condition sweep = new Condition.Chips(Chip.SWEEPS.bit(), 0);
    return Condition.AllOf.of(
        premium(minMicros),
        Condition.AnyOf.of(
            premium(largeMicros),
            Condition.AllOf.of(
                Condition.AnyOf.of(quoted(), premium(unquotedMicros)),
                Condition.AnyOf.of(at(NOT_INSIDE), sweep, premium(insideMicros)),
                Condition.AnyOf.of(
                    atQuote(),
                    Condition.AllOf.of(at(INSIDE), place(insidePercentile)),
                    Condition.AllOf.of(sweep, premium(sweepMicros)),
                    new Condition.WholeRange(WholeField.SIZE, size, Long.MAX_VALUE)))));
  }

  private Condition atQuote() {
    return Condition.AllOf.of(
        at(AT_QUOTE),
        Condition.AnyOf.of(
            place(percentile),
            Condition.AllOf.of(
                new Condition.Absent(RatioField.CONTRACT_PERCENTILE), premium(unknownMicros))));
  }

  /// A quote young enough for the join, or young enough for this view.
  private Condition quoted() {
    return Condition.AnyOf.of(
        at(KNOWN),
        Condition.AllOf.of(
            at(codes(QuoteLocation.STALE)),
            new Condition.WholeRange(WholeField.QUOTE_AGE_NANOS, 0, maxAgeNanos)));
  }

  private static Condition premium(long micros) {
    return new Condition.WholeRange(WholeField.PREMIUM_MICROS, micros, Long.MAX_VALUE);
  }

  private static Condition place(double least) {
    return new Condition.RatioRange(RatioField.CONTRACT_PERCENTILE, least, 1);
  }

  private static Condition at(List<Integer> locations) {
    return new Condition.OneOf(CodeField.LOCATION, locations);
  }

  private static List<Integer> codes(QuoteLocation... locations) {
    return Stream.of(locations).map(QuoteLocation::ordinal).toList();
  }
}
