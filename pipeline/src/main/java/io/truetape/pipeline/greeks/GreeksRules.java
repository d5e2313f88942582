package io.truetape.pipeline.greeks;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// How often and how exactly.
///
/// | component | meaning |
/// |---|---|
/// | `defaultRate`, `defaultRateAsOf` | continuous rate without a curve, and the day it was true, yyyymmdd |
/// | `maxStalenessNanos` | a contract is re-priced at most this often |
/// | `hardLimitNanos` | an older mark is not used |
/// | `spotMoveBps` | a spot that moved less is no reason to re-price |
/// | `perWatermark` | contracts of the chain re-priced per watermark |
/// | `printsPerWatermark` | prints that may re-price their contract, per watermark |
/// | `anchorsPerWatermark` | early exercise boundaries solved per watermark |
/// | `earlyExerciseDollars` | a possible premium below it is neglected |
public record GreeksRules(
    double defaultRate,
    long defaultRateAsOf,
    long maxStalenessNanos,
    long hardLimitNanos,
    double spotMoveBps,
    int perWatermark,
    int printsPerWatermark,
    int anchorsPerWatermark,
    double earlyExerciseDollars) {

  public static GreeksRules standard() {
    return new GreeksRules(
        0.0365, 20_260_115, 5_000_000_000L, 60_000_000_000L, 2, 64, 64, 1, 0.005);
  }

  static GreeksRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("greeks", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("greeks", values);
    return new GreeksRules(
        r.number("defaultRate", -0.05, 0.5),
        r.wholeNumber("defaultRateAsOf", 19_000_101, 29_991_231),
        r.millisAsNanos("maxStalenessMillis"),
        r.millisAsNanos("hardLimitMillis"),
        r.number("spotMoveBps", 0, 1_000),
        r.count("perWatermark", 10_000),
        r.count("printsPerWatermark", 10_000),
        r.count("anchorsPerWatermark", 1_000),
        r.number("earlyExerciseDollars", 0, 10));
  }
}
