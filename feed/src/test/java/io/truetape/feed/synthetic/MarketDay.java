package io.truetape.feed.synthetic;

import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.event.SourceEvent;
import io.truetape.testkit.MemoryIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Plays a market for a test: to a count of events or to a time after the bell.
final class MarketDay {
  /// 2026-01-16 09:30 in New York.
  static final long BELL = 1_768_573_800_000_000_000L;

  final MemoryIntake listings = new MemoryIntake();
  final List<Label> labels = new ArrayList<>();
  final SyntheticMarket market;
  private long lastTsNanos;

  MarketDay(SyntheticPlan plan) {
    market = new SyntheticMarket(plan, listings, labels::add);
  }

  static SyntheticPlan plan(SyntheticMode mode) {
    return new SyntheticPlan(7, mode, SyntheticPlan.FIRST_DAY, 40, 0, 0);
  }

  /// Plays until `seconds` after the bell, handing over every event.
  void play(double seconds, Consumer<SourceEvent> out) {
    long end = BELL + (long) (seconds * 1e9);
    boolean more = true;
    while (more && lastTsNanos < end) {
      more =
          market.advance(
              event -> {
                lastTsNanos = event.sourceTsNanos();
                out.accept(event);
              });
    }
  }
}
