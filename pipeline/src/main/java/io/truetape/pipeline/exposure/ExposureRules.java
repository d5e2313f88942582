package io.truetape.pipeline.exposure;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// | component | meaning |
/// |---|---|
/// | `publishNanos` | exposure is published at most this often, 100 ms or more |
/// | `flipNanos` | one search for zero gamma at most this often: now, and in turn +30, +60 min, close |
/// | `hardLimitNanos` | older greeks do not count |
/// | `gridPercent`, `gridSteps` | the grid for zero gamma reaches so far to each side, in so many steps in all |
/// | `dealerShare` | P(the other side of a print is a dealer) |
/// | `ruleBias` | systematic error of 2 pBuy - 1, the same sign for all prints |
public record ExposureRules(
    long publishNanos,
    long flipNanos,
    long hardLimitNanos,
    double gridPercent,
    int gridSteps,
    double dealerShare,
    double ruleBias) {
  private static final long LEAST_NANOS = 100_000_000L;

  public ExposureRules {
    publishNanos = Math.max(publishNanos, LEAST_NANOS);
    gridSteps = Math.clamp(gridSteps, 4, 400);
  }

  public static ExposureRules standard() {
    return new ExposureRules(1_000_000_000L, 2_500_000_000L, 60_000_000_000L, 10, 80, 1, 0.05);
  }

  static ExposureRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("exposure", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("exposure", values);
    return new ExposureRules(
        r.millisAsNanos("publishMillis"),
        r.millisAsNanos("flipMillis"),
        r.millisAsNanos("hardLimitMillis"),
        r.number("gridPercent", 1, 50),
        r.count("gridSteps", 400),
        r.number("dealerShare", 0, 1),
        r.number("ruleBias", 0, 1));
  }
}
