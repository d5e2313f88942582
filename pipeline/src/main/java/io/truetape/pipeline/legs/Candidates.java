package io.truetape.pipeline.legs;

import io.truetape.model.market.SaleCondition;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Prints that may be legs, waiting for the others, in order of time. At most [#LIMIT].
final class Candidates {
  static final int LIMIT = 2_048;

  private Deque<PrintFacts> waiting = new ArrayDeque<>();

  /// A coded leg always; without a code only a print that could be one and is large enough.
  static boolean isCandidate(PrintFacts print, LegsRules rules) {
    if (print.isLeg()) {
      return true;
    }
    boolean plain =
        switch (print.condition()) {
          case REGULAR, ELECTRONIC, NOT_CARRIED, UNKNOWN -> true;
          default -> false;
        };
    return plain && print.size() >= rules.inferredSize();
  }

  /// Prints of one key could be one package: one venue, one code, or no code at all.
  static int key(PrintFacts print) {
    SaleCondition c = print.condition();
    return (print.venue() << 16) | (print.isLeg() ? c.letter() : 0);
  }

  void add(PrintFacts print) {
    if (waiting.size() == LIMIT) {
      waiting.removeFirst();
    }
    waiting.addLast(print);
  }

  /// Takes out every print of the first one's key that is at most `gapNanos` after the one before,
  /// if the group can no longer grow at `watermark`; empty when there is none.
  List<PrintFacts> takeClosed(long watermark, long gapNanos) {
    PrintFacts first = waiting.peekFirst();
    if (first == null || first.tsNanos() + gapNanos >= watermark) {
      return List.of();
    }
    List<PrintFacts> group = new ArrayList<>();
    Deque<PrintFacts> kept = new ArrayDeque<>(waiting.size() + 1);
    int key = key(first);
    long last = first.tsNanos();
    for (PrintFacts print : waiting) {
      if (key(print) == key && print.tsNanos() - last <= gapNanos) {
        group.add(print);
        last = print.tsNanos();
      } else {
        kept.addLast(print);
      }
    }
    if (last + gapNanos >= watermark) {
      return List.of();
    }
    waiting = kept;
    return group;
  }

  boolean remove(long seq) {
    return waiting.removeIf(print -> print.seq() == seq);
  }

  /// True when another print without a code traded this leg's contract within `nanos` of it, on the
  /// same side of the middle of its quote.
  boolean hasNeighbour(Leg leg, long nanos) {
    long tsNanos = leg.first().tsNanos();
    for (PrintFacts print : waiting) {
      if (print.tsNanos() - tsNanos > nanos) {
        return false;
      }
      if (!print.isLeg()
          && print.contractId() == leg.contractId()
          && Math.abs(print.tsNanos() - tsNanos) <= nanos
          && print.lean() * leg.lean() > 0) {
        return true;
      }
    }
    return false;
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    waiting.forEach(print -> print.save(out));
  }

  void load(StateReader in) {
    waiting.clear();
    for (int n = in.getInt(); n > 0; n--) {
      waiting.addLast(PrintFacts.load(in));
    }
  }
}
