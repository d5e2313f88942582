package io.truetape.pipeline.stats;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// `repeatNanos`: the repeat window, its far end included. `minimumSamples`: below this a
/// percentile is not stated. `openFrom`, `openTo`: the open window, minutes of day `[from, to)`.
public record StatsRules(long repeatNanos, int minimumSamples, int openFrom, int openTo) {
  public static StatsRules standard() {
    return new StatsRules(180_000_000_000L, 12, 570, 630);
  }

  static StatsRules from(List<RuleValue> values) {
    RuleReader r = new RuleReader("stats", values);
    return new StatsRules(
        r.millisAsNanos("repeatMillis"),
        r.count("minimumSamples", 1_000_000),
        r.count("openFromMinute", 1_440),
        r.count("openToMinute", 1_440));
  }
}
