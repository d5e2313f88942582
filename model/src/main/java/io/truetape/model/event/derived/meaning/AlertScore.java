package io.truetape.model.event.derived.meaning;

/// The parts of an alert's score; they sum to it. Points of 100.
///
/// `premium` at most 30, `side` 20, `unusualness` 20, `structure` 15, `classifier` 15; `noise` is
/// subtracted. The sum is clamped to [0, 100]. Source: docs/methods/alerts.md.
public record AlertScore(
    double premium,
    double side,
    double unusualness,
    double structure,
    double classifier,
    double noise) {

  /// The score, [0, 100].
  public double total() {
    double sum = premium + side + unusualness + structure + classifier - noise;
    return Math.clamp(sum, 0, 100);
  }
}
