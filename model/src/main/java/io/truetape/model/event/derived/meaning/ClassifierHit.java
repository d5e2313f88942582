package io.truetape.model.event.derived.meaning;

import io.truetape.model.market.Sentiment;
import java.util.List;

/// One classifier that answered yes, with every condition it tested.
///
/// `variant` says which way: `long volatility`, `short volatility`, `debit`, `credit`, `up`, `down`,
/// `out`; empty for classifiers without variants and where the side is not known.
public record ClassifierHit(
    Classifier classifier,
    String variant,
    double confidence,
    Sentiment direction,
    List<Condition> conditions) {
  public ClassifierHit {
    conditions = List.copyOf(conditions);
  }
}
