package io.truetape.feed.databento;

import java.util.List;

/// Prints that a better file of the same call tells too, so that no volume is counted twice.
///
/// tcbbo (with its NBBO) is better than trades, tbbo and mbp, those are better than cmbp-1, which
/// has no sequence. A better file counts only for the time and the instruments it was asked for,
/// and not at all when it was cut off by a record limit or says no mappings.
final class Elsewhere {
  /// Nothing is told elsewhere.
  static final Elsewhere NOWHERE = new Elsewhere(List.of());

  private final List<Better> better;

  Elsewhere(List<Better> better) {
    this.better = List.copyOf(better);
  }

  /// A better file: its time `[start, end)` and who it knows.
  record Better(long start, long end, Instruments instruments) {}

  /// How good a schema is as a source of prints; 0 when it is not compared.
  static int grade(int schema) {
    return switch (schema) {
      case 17 -> 3;
      case 1, 2, 3, 4 -> 2;
      case 14 -> 1;
      default -> 0;
    };
  }

  boolean tells(int instrument, long tsNanos) {
    for (int i = 0; i < better.size(); i++) {
      Better b = better.get(i);
      if (tsNanos >= b.start && tsNanos < b.end && b.instruments.knows(instrument, tsNanos)) {
        return true;
      }
    }
    return false;
  }
}
