package io.truetape.pipeline.cluster;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// `windowNanos`: length of a packet from its first print. `claimNanos`: how long after it a
/// structure may still claim its prints. `sweepVenues`, `splitPrints`: what a sweep and a split
/// need. `minimumSamples`: below it no rank and no z.
public record ClusterRules(
    long windowNanos, long claimNanos, int sweepVenues, int splitPrints, int minimumSamples) {
  public ClusterRules {
    if (windowNanos < 250_000_000L || windowNanos > 2_000_000_000L) {
      throw new BadInput("rule cluster.windowMillis: expected 250 to 2000");
    }
  }

  public static ClusterRules standard() {
    return new ClusterRules(500_000_000L, 300_000_000L, 2, 3, 12);
  }

  static ClusterRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("cluster", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("cluster", values);
    return new ClusterRules(
        r.millisAsNanos("windowMillis"),
        r.millisAsNanos("claimMillis"),
        r.count("sweepVenues", 64),
        r.count("splitPrints", 1_024),
        r.count("minimumSamples", 1_000_000));
  }
}
