package io.truetape.server.explain;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.ProfileScore;
import io.truetape.model.event.derived.meaning.Reason;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.price.Price;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Profiles, classifiers, alerts: hypotheses with their alternatives, tests with their margins,
/// scores with the parts that sum to them.
final class MeaningNodes {
  private final Tree tree;
  private final ScoreNodes scores;

  MeaningNodes(Tree tree) {
    this.tree = tree;
    this.scores = new ScoreNodes(tree);
  }

  Node smartMoney(SmartMoneyEvent e, int level) {
    String label =
        e.abstained()
            ? "no style of participant is named for %d prints in %s"
            : "%d prints in %s fit the style \"" + e.primary().text() + "\" best";
    Node node =
        Node.inferred("smart-money", label.formatted(e.features().prints(), e.underlying()))
            .value(e.confidence(), "confidence, 0 to 1");
    FlowNodes.metric(
        node,
        "premium",
        Price.format(e.features().premiumMicros()),
        "dollars",
        "of all its prints");
    FlowNodes.metric(node, "bias", e.features().bias(), "", "bought less sold, [-1, 1]");
    for (Abstention why : e.abstentions()) {
      node.add(Node.inferred("abstention", why.text()).test("", false));
    }
    for (ProfileScore score : e.scores()) {
      node.add(hypothesis(score));
    }
    for (Reason reason : e.suppressed()) {
      node.add(Node.inferred("penalty", reason.code()).value(reason.weight(), "weight"));
    }
    tree.evidence(node, e.subjects(), level);
    node.more(e.subjectCount() - e.subjects().size());
    return node;
  }

  private static Node hypothesis(ProfileScore s) {
    Node node =
        Node.inferred(
                "hypothesis",
                "%s (%s), %s"
                    .formatted(
                        s.profile().text(), s.profile().hypothesis(), PrintNodes.words(s.band())))
            .value(s.confidence(), "confidence, 0 to 1")
            .formula(
                "from fit %s, strength %s and penalty %s"
                    .formatted(s.fit(), s.strength(), s.penalty()));
    for (Reason reason : s.reasons()) {
      node.add(Node.inferred("reason", reason.code()).value(reason.weight(), "weight"));
    }
    return node;
  }

  Node hits(ClassifierHits e, int level) {
    Node node =
        Node.inferred(
            "classifier-hits",
            "%d of the classifiers answered yes for %s %d"
                .formatted(e.hits().size(), e.subject().kind(), e.subject().seq()));
    e.hits().forEach(hit -> node.add(hit(hit)));
    tree.evidence(node, List.of(e.subject()), level);
    return node;
  }

  private static Node hit(ClassifierHit hit) {
    Node node =
        Node.inferred(
                "classifier",
                "%s: looks like %s%s, leans %s"
                    .formatted(
                        hit.classifier().text(),
                        hit.classifier().meaning(),
                        hit.variant().isEmpty() ? "" : " (" + hit.variant() + ")",
                        PrintNodes.words(hit.direction())))
            .value(hit.confidence(), "confidence, 0 to 1");
    nearestFirst(hit.conditions()).forEach(c -> node.add(condition("condition", c)));
    return node;
  }

  /// Known ones by how near they were to the other outcome, then the unknown.
  private static List<Condition> nearestFirst(List<Condition> conditions) {
    List<Condition> out = new ArrayList<>(conditions);
    out.sort(
        Comparator.comparing((Condition c) -> !c.known()).thenComparingDouble(Condition::margin));
    return out;
  }

  private static Node condition(String kind, Condition c) {
    Node node =
        Node.measured(
            kind,
            c.name()
                + (c.required() ? "" : " (adds confidence only)")
                + (c.known() ? "" : ", not known"));
    if (c.known()) {
      node.value(c.measured(), "").formula("margin " + c.margin() + " of the threshold");
    }
    return node.test(c.comparison().sign() + " " + c.threshold(), c.passed());
  }

  Node alert(AlertChanged a, long causeSeq, int level) {
    Node node =
        Node.inferred("alert", a.why())
            .value(a.score().total(), "points of 100")
            .formula("severity " + PrintNodes.words(a.severity()) + ", " + change(a));
    node.add(scores.of(a, causeSeq));
    Node fired =
        Node.inferred("would-not-have-fired-if", "the nearest of the conditions that held");
    nearestFirst(a.nearest()).forEach(c -> fired.add(condition("nearest", c)));
    node.add(fired);
    for (String against : a.counter()) {
      node.add(Node.inferred("counter-evidence", against));
    }
    a.hits().forEach(hit -> node.add(hit(hit)));
    tree.evidence(node, a.evidence(), level);
    return node;
  }

  private static String change(AlertChanged a) {
    String what = PrintNodes.words(a.change());
    return a.reason().isEmpty() ? what : what + ": " + a.reason();
  }

  Node verdict(OpenShareVerdict v, int level) {
    Node node =
        Node.inferred(
                "verdict",
                "%s was %s by the next open interest"
                    .formatted(
                        v.classifier().text(), v.confirmed() ? "borne out" : "not borne out"))
            .value(v.openShare(), "share of the volume that opened")
            .formula("(volume + change of open interest) / (2 x volume), within 0 and 1");
    node.add(Node.measured("metric", "volume").value(v.volume(), "contracts"));
    node.add(Node.reported("open-interest", "before").value(v.openInterestBefore(), "contracts"));
    node.add(
        Node.reported("open-interest", "published for " + LocalDate.ofEpochDay(v.asOfDay()))
            .value(v.openInterestAfter(), "contracts"));
    tree.evidence(node, List.of(v.subject()), level);
    return node;
  }
}
