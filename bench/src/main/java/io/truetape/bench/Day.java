package io.truetape.bench;

import io.truetape.engine.sequence.ListingBook;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.SourceEvent;
import java.util.ArrayList;
import java.util.List;

/// A stretch of the synthetic firehose in memory, for benchmarks.
final class Day {
  private Day() {}

  /// The first `count` events of a firehose day, listings left to `listings`.
  static List<SourceEvent> events(int count, ListingBook listings) {
    SyntheticPlan plan =
        new SyntheticPlan(1, SyntheticMode.FIREHOSE, SyntheticPlan.FIRST_DAY, 40, 1, 0);
    SyntheticMarket market = new SyntheticMarket(plan, listings, _ -> {});
    List<SourceEvent> events = new ArrayList<>(count);
    while (events.size() < count && market.advance(events::add)) {
      // collected in advance
    }
    return events;
  }
}
