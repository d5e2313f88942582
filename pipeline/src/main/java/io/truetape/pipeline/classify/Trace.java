package io.truetape.pipeline.classify;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Comparison;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.market.Sentiment;
import java.util.ArrayList;
import java.util.List;

/// One classifier at work: tests conditions, keeps each of them, and adds up confidence.
final class Trace {
  private final Classifier classifier;
  private final List<Condition> conditions = new ArrayList<>(8);
  private String variant = "";
  private double confidence;
  private boolean fires = true;

  Trace(Classifier classifier, double base) {
    this.classifier = classifier;
    this.confidence = base;
  }

  /// A condition without which it does not fire.
  Trace need(String name, double measured, Comparison comparison, double threshold) {
    Condition condition = Condition.of(name, measured, comparison, threshold, true);
    conditions.add(condition);
    fires &= condition.passed();
    return this;
  }

  /// The same, where the value may be unknown; an unknown value does not pass.
  Trace need(String name, boolean known, double measured, Comparison comparison, double threshold) {
    if (known) {
      return need(name, measured, comparison, threshold);
    }
    conditions.add(Condition.absent(name, comparison, threshold, true));
    fires = false;
    return this;
  }

  /// One of two conditions must hold; both are kept.
  Trace needEither(Condition one, Condition other) {
    conditions.add(one);
    conditions.add(other);
    fires &= one.passed() || other.passed();
    return this;
  }

  /// A condition that only adds confidence.
  Trace gain(String name, double measured, Comparison comparison, double threshold, double weight) {
    Condition condition = Condition.of(name, measured, comparison, threshold, false);
    conditions.add(condition);
    confidence += condition.passed() ? weight : 0;
    return this;
  }

  /// Which of its variants it is; empty when it has none, or when that is not known.
  Trace variant(String words) {
    variant = words;
    return this;
  }

  Classifier classifier() {
    return classifier;
  }

  List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  boolean fires() {
    return fires;
  }

  ClassifierHit hit(double most, Sentiment direction) {
    return new ClassifierHit(
        classifier, variant, Math.clamp(confidence, 0, most), direction, List.copyOf(conditions));
  }
}
