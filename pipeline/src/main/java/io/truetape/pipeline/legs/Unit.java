package io.truetape.pipeline.legs;

import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayList;
import java.util.List;

/// Legs that were traded together, in small whole numbers of one another.
///
/// Grown print by print in order of time; a print that cannot belong is refused, and the caller
/// starts another unit with it.
final class Unit {
  static final int MAX_LEGS = 4;

  private final List<Leg> legs = new ArrayList<>(MAX_LEGS);
  private final long gapNanos;
  private long lastTsNanos;

  Unit(PrintFacts first, long gapNanos) {
    this.gapNanos = gapNanos;
    legs.add(new Leg(first));
    lastTsNanos = first.tsNanos();
  }

  /// Takes the print as another leg, or as more of the last one; false when it does not belong.
  boolean accepts(PrintFacts print) {
    if (print.tsNanos() - lastTsNanos > gapNanos) {
      return false;
    }
    Leg last = legs.getLast();
    if (print.contractId() == last.contractId()) {
      if (legs.size() == 1 || !isSimple(last.size() + print.size(), legs.getFirst().size())) {
        return false;
      }
      last.add(print);
      lastTsNanos = print.tsNanos();
      return true;
    }
    if (legs.size() == MAX_LEGS
        || has(print.contractId())
        || !isSimple(print.size(), legs.getFirst().size())) {
      return false;
    }
    legs.add(new Leg(print));
    lastTsNanos = print.tsNanos();
    return true;
  }

  List<Leg> legs() {
    return legs;
  }

  /// Contracts and ratios are the same: the same package again.
  boolean isAgain(Unit other) {
    if (other.legs.size() != legs.size()) {
      return false;
    }
    for (int i = 0; i < legs.size(); i++) {
      Leg a = legs.get(i);
      Leg b = other.find(a.contractId());
      if (b == null
          || a.size() * other.legs.getFirst().size() != b.size() * legs.getFirst().size()) {
        return false;
      }
    }
    return true;
  }

  /// Adds the other unit's prints to the legs of the same contracts.
  void merge(Unit other) {
    for (Leg leg : legs) {
      Leg same = other.find(leg.contractId());
      if (same != null) {
        leg.addAll(same);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Leg find(int contractId) {
    for (Leg leg : legs) {
      if (leg.contractId() == contractId) {
        return leg;
      }
    }
    return null;
  }

  private boolean has(int contractId) {
    return find(contractId) != null;
  }

  /// True for 1:1, 1:2, 1:3, 2:3 either way.
  static boolean isSimple(long a, long b) {
    long divisor = divisor(a, b);
    return a / divisor <= 3 && b / divisor <= 3;
  }

  /// Greatest common divisor.
  static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
