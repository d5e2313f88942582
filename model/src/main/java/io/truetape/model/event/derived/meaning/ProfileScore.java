package io.truetape.model.event.derived.meaning;

import io.truetape.model.market.Sentiment;
import java.util.List;

/// How well one profile fits. All numbers in [0, 1].
///
/// `confidence` = fit x (0.55 + 0.45 x strength) x (1 - 0.65 x penalty); the weights are the method, not rules.
public record ProfileScore(
    Profile profile,
    double fit,
    double strength,
    double penalty,
    double confidence,
    Band band,
    Sentiment direction,
    List<Reason> reasons) {
  public ProfileScore {
    reasons = List.copyOf(reasons);
  }
}
