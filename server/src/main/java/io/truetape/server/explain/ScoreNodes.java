package io.truetape.server.explain;

import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.id.EventRef;
import io.truetape.server.view.Rules;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Resource;
import java.util.Locale;
import java.util.Optional;

/// An alert's score, each part with the numbers it is made of, so that it can be recomputed by hand.
///
/// The numbers are those of the hit that scored highest: the reading among the alert's evidence whose
/// confidence, structure and side give the parts, in the revision that gave them. Without one the parts
/// stand with their formulas in words.
final class ScoreNodes {
  private static final double SAME = 1e-9;
  private final Tree tree;

  ScoreNodes(Tree tree) {
    this.tree = tree;
  }

  /// The numbers of a hit that a score is made of. `premiumRank` and `spreadBps` -1 when absent.
  private record Inputs(
      String of,
      double premiumRank,
      double premiumZ,
      boolean hasZ,
      double bias,
      double quality,
      double inside,
      double spreadBps,
      double structure,
      double confidence) {}

  Node of(AlertChanged a, long causeSeq) {
    AlertScore s = a.score();
    Node node =
        Node.inferred("score", "score, the sum of its parts").value(s.total(), "points of 100");
    Optional<Inputs> found = inputs(a);
    found.ifPresent(i -> node.formula("of the whole alert's premium and its best hit, " + i.of()));
    Words words = new Words(tree.rules(causeSeq), found);
    part(node, "premium, log-scaled against the symbol", s.premium(), words.premium(a));
    part(node, "strength of the side", s.side(), words.side());
    part(node, "unusualness", s.unusualness(), words.unusual());
    part(node, "structure", s.structure(), words.structure());
    part(node, "best classifier's confidence", s.classifier(), words.confidence());
    part(node, "noise: stale, wide, mid, near an auction", -s.noise(), words.noise());
    double sum =
        s.premium() + s.side() + s.unusualness() + s.structure() + s.classifier() - s.noise();
    if (sum != s.total()) {
      node.add(Node.inferred("score-part", "kept within 0 and 100").points(s.total() - sum));
    }
    return node;
  }

  private static void part(Node score, String label, double points, String formula) {
    score.add(Node.inferred("score-part", label).points(points).formula(formula));
  }

  private Optional<Inputs> inputs(AlertChanged a) {
    for (EventRef ref : a.evidence()) {
      Resource resource =
          ref.kind().equals("smart-money") ? Resource.SMART_MONEY : Resource.CLASSIFIER_HITS;
      for (Fact fact : tree.revisions(resource, ref.seq())) {
        Optional<Inputs> inputs =
            switch (fact.event()) {
              case ClassifierHits h when h.subject().equals(ref) && !h.hits().isEmpty() ->
                  Optional.of(of(h));
              case SmartMoneyEvent e -> Optional.of(of(e));
              default -> Optional.empty();
            };
        if (inputs.isPresent() && gives(inputs.get(), a.score())) {
          return inputs;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean gives(Inputs i, AlertScore s) {
    return Math.abs(15 * i.confidence() - s.classifier()) < SAME
        && Math.abs(15 * i.structure() - s.structure()) < SAME
        && Math.abs(20 * Math.abs(i.bias()) * i.quality() - s.side()) < SAME;
  }

  private static Inputs of(ClassifierHits h) {
    double confidence = h.hits().stream().mapToDouble(ClassifierHit::confidence).max().orElse(0);
    return new Inputs(
        h.subject().kind() + " " + h.subject().seq(),
        h.premiumRank(),
        h.premiumZ(),
        h.hasZ(),
        h.bias(),
        h.quality(),
        h.insideRatio(),
        h.spreadBps(),
        h.structureScore(),
        confidence);
  }

  private static Inputs of(SmartMoneyEvent e) {
    ProfileFeatures f = e.features();
    return new Inputs(
        "smart-money " + e.eventSeq(),
        f.premiumRank(),
        0,
        false,
        f.bias(),
        Math.clamp(f.quality(), 0, 1),
        f.isStructure() ? 0 : f.insideRatio(),
        f.wideSpreadBps(),
        f.isStructure() ? f.structureScore() : Math.min(1, f.prints() / 8.0),
        e.confidence());
  }

  /// The formulas with the numbers put in, by the thresholds of that place in the log.
  private static final class Words {
    private final Rules rules;
    private final Optional<Inputs> inputs;

    Words(Rules rules, Optional<Inputs> inputs) {
      this.rules = rules;
      this.inputs = inputs;
    }

    String premium(AlertChanged a) {
      String log =
          "ln(%s / %s) / ln(%s / %s), within 0 and 1"
              .formatted(
                  number(a.premiumMicros() / 1e6),
                  rule("premiumFloor"),
                  rule("premiumFull"),
                  rule("premiumFloor"));
      return inputs
          .map(
              i ->
                  i.premiumRank() < 0
                      ? "30 x " + log
                      : "30 x (0.7 x " + log + " + 0.3 x rank " + number(i.premiumRank()) + ")")
          .orElse("30 x (0.7 x " + log + " + 0.3 x rank in the symbol)");
    }

    String side() {
      return inputs
          .map(i -> "20 x |bias " + number(i.bias()) + "| x quality " + number(i.quality()))
          .orElse("20 x |bias| x quality");
    }

    String unusual() {
      String full = rule("zFull");
      return inputs
          .map(
              i ->
                  i.hasZ()
                      ? "20 x z " + number(i.premiumZ()) + " / " + full + ", within 0 and 1"
                      : i.premiumRank() < 0
                          ? "20 x 0: neither z nor rank yet"
                          : "20 x rank " + number(i.premiumRank()))
          .orElse("20 x z / " + full + ", or the rank");
    }

    String structure() {
      return inputs.map(i -> "15 x " + number(i.structure())).orElse("15 x score of the package");
    }

    String confidence() {
      return inputs.map(i -> "15 x " + number(i.confidence())).orElse("15 x confidence");
    }

    String noise() {
      String wide =
          "%s x width ((spread - %s bps) / 4 x %s bps, within 0 and 1)"
              .formatted(rule("widePoints"), rule("wideBps"), rule("wideBps"));
      String numbers =
          inputs
              .map(
                  i ->
                      "; quality %s, spread %s, inside %s"
                          .formatted(
                              number(i.quality()),
                              i.spreadBps() < 0 ? "unknown" : number(i.spreadBps()) + " bps",
                              number(i.inside())))
              .orElse("");
      return "%s x (1 - quality) + %s + %s x inside + %s near an auction%s"
          .formatted(
              rule("stalePoints"), wide, rule("insidePoints"), rule("auctionPoints"), numbers);
    }

    private String rule(String key) {
      return rules.value("alert." + key).orElse(key);
    }

    private static String number(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%.6g", value);
    }
  }
}
