package io.truetape.pipeline.nbbo;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// `maxAgeNanos`: a quote older than this at the print is STALE. `joinWaitNanos`: how far back a
/// waiting print may still ask, so how long quotes must be kept.
public record NbboRules(long maxAgeNanos, long joinWaitNanos) {
  public static NbboRules standard() {
    return new NbboRules(1_000_000_000L, 20_000_000L);
  }

  static NbboRules from(List<RuleValue> values) {
    RuleReader rules = new RuleReader("nbbo", values);
    return new NbboRules(
        rules.millisAsNanos("maxAgeMillis"), rules.millisAsNanos("joinWaitMillis"));
  }
}
