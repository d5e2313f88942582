package io.truetape.pipeline.strikes;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds of the room.
///
/// `each`: listed strikes either side of the centre; `recentreNanos`, `moveMicros`: the centre is
/// looked at again this late, or when spot moved this far or half a strike step; `hysteresis`: how
/// far beyond the midpoint, in steps, spot must be; `publishNanos`: a board at most this often.
public record StrikesRules(
    int each,
    long recentreNanos,
    long moveMicros,
    double hysteresis,
    long publishNanos,
    long joinWaitNanos) {
  public static StrikesRules standard() {
    return new StrikesRules(3, 60_000_000_000L, 500_000L, 0.25, 1_000_000_000L, 20_000_000L);
  }

  static StrikesRules from(List<RuleValue> values) {
    RuleReader nbbo = new RuleReader("nbbo", values);
    if (!RuleReader.speaksOf("strikes", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("strikes", values);
    return new StrikesRules(
        r.count("each", 20),
        r.millisAsNanos("recentreMillis"),
        r.dollarsAsMicros("move"),
        r.number("hysteresis", 0, 10),
        r.wholeNumber("publishMillis", 100, 3_600_000) * 1_000_000L,
        nbbo.millisAsNanos("joinWaitMillis"));
  }
}
