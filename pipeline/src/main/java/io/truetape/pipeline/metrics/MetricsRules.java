package io.truetape.pipeline.metrics;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Weights of sigScore v1 and the scales of its components.
///
/// `volOiFull`, `repeatFull`: the ratio and count at which a component reaches 1. `otmPeak`,
/// `otmWidth`: percent. `minimumSamples`: scores in a bucket before a percentile is stated.
public record MetricsRules(
    double valueWeight,
    double volOiWeight,
    double repeatWeight,
    double otmWeight,
    double sideWeight,
    double volOiFull,
    double repeatFull,
    double otmPeak,
    double otmWidth,
    int minimumSamples) {
  public static MetricsRules standard() {
    return new MetricsRules(0.35, 0.25, 0.20, 0.10, 0.10, 5, 20, 10, 10, 12);
  }

  static MetricsRules from(List<RuleValue> values) {
    RuleReader r = new RuleReader("sigscore", values);
    return new MetricsRules(
        r.number("valueWeight", 0, 1),
        r.number("volOiWeight", 0, 1),
        r.number("repeatWeight", 0, 1),
        r.number("otmWeight", 0, 1),
        r.number("sideWeight", 0, 1),
        r.number("volOiFull", 0.001, 1e6),
        r.number("repeatFull", 0.001, 1e6),
        r.number("otmPeak", 0, 1_000),
        r.number("otmWidth", 0.001, 1_000),
        r.count("minimumSamples", 1_000_000));
  }
}
