package io.truetape.model.event.derived.meaning;

import io.truetape.model.market.Sentiment;
import java.util.List;

/// One classifier that answered yes, with every condition it tested.
public record ClassifierHit(
    Classifier classifier, double confidence, Sentiment direction, List<Condition> conditions) {
  public ClassifierHit {
    conditions = List.copyOf(conditions);
  }
}
