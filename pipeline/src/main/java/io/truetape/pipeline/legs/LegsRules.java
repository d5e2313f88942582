package io.truetape.pipeline.legs;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// `blockNanos`: legs of one execution are at most this far apart. `windowNanos`: coded legs left
/// alone are tried again within it. `minimumScore`: below it nothing is claimed. `inferredSize`:
/// contracts a leg without a code needs. The five weights and the penalty make the score;
/// `rollDte`, `rollOutDte`: docs/methods/structures.md.
public record LegsRules(
    long blockNanos,
    long windowNanos,
    double minimumScore,
    int inferredSize,
    double codedWeight,
    double ratioWeight,
    double shapeWeight,
    double tickWeight,
    double togetherWeight,
    double neighbourPenalty,
    double pAtQuote,
    double pInside,
    int rollDte,
    int rollOutDte) {
  public LegsRules {
    if (windowNanos < blockNanos) {
      throw new BadInput("rule legs.windowMillis must not be below legs.blockMillis");
    }
  }

  public static LegsRules standard() {
    return new LegsRules(
        5_000_000L, 250_000_000L, 0.55, 25, 0.4, 0.2, 0.2, 0.1, 0.1, 0.15, 0.7, 0.6, 45, 2);
  }

  static LegsRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("legs", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("legs", values);
    return new LegsRules(
        r.millisAsNanos("blockMillis"),
        r.millisAsNanos("windowMillis"),
        r.number("minimumScore", 0, 1),
        r.count("inferredSize", 1_000_000),
        r.number("codedWeight", 0, 1),
        r.number("ratioWeight", 0, 1),
        r.number("shapeWeight", 0, 1),
        r.number("tickWeight", 0, 1),
        r.number("togetherWeight", 0, 1),
        r.number("neighbourPenalty", 0, 1),
        r.number("pAtQuote", 0.5, 1),
        r.number("pInside", 0.5, 1),
        r.count("rollDte", 10_000),
        r.count("rollOutDte", 10_000));
  }
}
