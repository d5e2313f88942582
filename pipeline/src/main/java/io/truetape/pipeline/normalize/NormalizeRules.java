package io.truetape.pipeline.normalize;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds of the room.
///
/// `joinWaitNanos`: event time a print waits for late quotes; `identities`: how many prints of an
/// underlying are remembered to recognise repeats; `history`: prints per contract a cancel can match.
public record NormalizeRules(long joinWaitNanos, int identities, int history) {
  public static NormalizeRules standard() {
    return new NormalizeRules(20_000_000L, 262_144, 256);
  }

  static NormalizeRules from(List<RuleValue> values) {
    RuleReader nbbo = new RuleReader("nbbo", values);
    RuleReader own = new RuleReader("normalize", values);
    return new NormalizeRules(
        nbbo.millisAsNanos("joinWaitMillis"),
        own.count("identities", 1 << 24),
        own.count("history", 65_536));
  }
}
