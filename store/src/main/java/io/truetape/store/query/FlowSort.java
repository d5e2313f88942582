package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;

/// What pages are ordered by; ties are broken by seq in the same direction.
public enum FlowSort {
  TIME("time"),
  PREMIUM("premium"),
  SIZE("size"),
  SIG_SCORE("sigScore");

  private final String text;

  FlowSort(String text) {
    this.text = text;
  }

  /// The name in interfaces.
  public String text() {
    return text;
  }

  /// The key of a print: nanoseconds, micro-dollars, contracts, or the bits of the score as a
  /// double (-1.0 when absent, so that absent ones come last in descending order).
  public long keyOf(ChippedPrint p) {
    return switch (this) {
      case TIME -> p.tsNanos();
      case PREMIUM -> p.measured().premiumMicros();
      case SIZE -> p.print().size();
      case SIG_SCORE -> {
        double score = RatioField.SIG_SCORE.of(p);
        yield Double.doubleToLongBits(Double.isNaN(score) ? -1.0 : score);
      }
    };
  }
}
