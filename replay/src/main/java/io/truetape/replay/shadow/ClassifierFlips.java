package io.truetape.replay.shadow;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.pipeline.classify.ClassifyStage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The first condition of a classifier that held under one rule set and not under the other.
final class ClassifierFlips {
  private final Values before;
  private final Values after;

  ClassifierFlips(Values before, Values after) {
    this.before = before;
    this.after = after;
  }

  /// `a`, `b` are the packet or structure as each run made it; null where a run has none of that name.
  Cause cause(Classifier classifier, @Nullable DerivedEvent a, @Nullable DerivedEvent b) {
    if (a == null || b == null) {
      return new Cause(
          "no such parent event", a == null ? "none" : "there", b == null ? "none" : "there");
    }
    List<Condition> ofA = conditions(classifier, a, before);
    List<Condition> ofB = conditions(classifier, b, after);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      String feature = "question not raised";
      return new Cause(
          feature, ofA.isEmpty() ? "not asked" : "asked", ofB.isEmpty() ? "not asked" : "asked");
    }
    Cause cause = first(ofA, ofB, true);
    return cause == null ? orOther(ofA, ofB) : cause;
  }

  private static Cause orOther(List<Condition> ofA, List<Condition> ofB) {
    Cause cause = first(ofA, ofB, false);
    return cause == null ? new Cause("no condition differs", "", "") : cause;
  }

  private static @Nullable Cause first(List<Condition> ofA, List<Condition> ofB, boolean required) {
    for (int i = 0; i < Math.min(ofA.size(), ofB.size()); i++) {
      Condition a = ofA.get(i);
      Condition b = ofB.get(i);
      if (a.passed() != b.passed() && (a.required() || !required)) {
        return new Cause(a.name(), words(a), words(b));
      }
    }
    return null;
  }

  private static String words(Condition c) {
    return c.known()
        ? String.format(
            Locale.ROOT, "%.6g %s %.6g", c.measured(), c.comparison().sign(), c.threshold())
        : String.format(Locale.ROOT, "unknown %s %.6g", c.comparison().sign(), c.threshold());
  }

  private static List<Condition> conditions(Classifier which, DerivedEvent subject, Values rules) {
    List<ClassifyStage.Answer> answers =
        switch (subject) {
          case FlowPacket p -> ClassifyStage.answers(p, rules.list());
          case StructureFound s -> ClassifyStage.answers(s, rules.list());
          default -> List.of();
        };
    for (ClassifyStage.Answer answer : answers) {
      if (answer.classifier() == which) {
        return answer.conditions();
      }
    }
    return List.of();
  }
}
