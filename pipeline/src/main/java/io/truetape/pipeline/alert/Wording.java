package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Osi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words and evidence of an alert. Pure. Says "looks like", never "is".
final class Wording {
  static final String STANDARD = "standard";
  private static final int NEAREST = 3;

  private Wording() {}

  static AlertChanged change(
      Alert alert,
      Alert.Best best,
      AlertChange change,
      long tsNanos,
      String reason,
      Scorer scorer) {
    Hit hit = best.hit();
    AlertScore score = best.score();
    double total = score.total();
    alert.said(total, scorer.severity(total));
    List<EventRef> evidence = new ArrayList<>();
    alert.hits().forEach(h -> evidence.add(h.subject()));
    evidence.addAll(alert.backing());
    return new AlertChanged(
        tsNanos,
        alert.seq(),
        STANDARD,
        alert.nextRevision(),
        change,
        hit.contract().underlying(),
        alert.thesis(),
        alert.direction(),
        hit.contractId(),
        Osi.unpadded(hit.contract()),
        alert.severity(),
        score,
        alert.peak(),
        alert.count(),
        alert.premiumMicros(),
        alert.openedTsNanos(),
        why(alert, hit),
        evidence,
        hit.classifiers(),
        counter(hit),
        nearest(hit.classifiers()),
        reason);
  }

  /// Everything behind it was taken back: resolved with a score of nothing.
  static AlertChanged emptied(Alert alert, long tsNanos, String reason) {
    Hit hit = alert.latest();
    return new AlertChanged(
        tsNanos,
        alert.seq(),
        STANDARD,
        alert.nextRevision(),
        AlertChange.RESOLVED,
        hit.contract().underlying(),
        alert.thesis(),
        alert.direction(),
        hit.contractId(),
        Osi.unpadded(hit.contract()),
        Severity.LOW,
        new AlertScore(0, 0, 0, 0, 0, 0),
        alert.peak(),
        0,
        0,
        alert.openedTsNanos(),
        "Nothing is left of it",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        reason);
  }

  private static String why(Alert alert, Hit hit) {
    StringBuilder out = new StringBuilder();
    out.append("Looks like ").append(alert.thesis().replace('_', ' '));
    out.append(variant(alert.thesis(), hit));
    if (alert.direction() != Sentiment.NEUTRAL) {
      out.append(", ").append(alert.direction() == Sentiment.BULLISH ? "bullish" : "bearish");
    }
    out.append(": $").append(Price.format(alert.premiumMicros() / 1_000_000 * 1_000_000));
    out.append(" in ").append(Osi.unpadded(hit.contract()));
    out.append(", ").append(hit.prints()).append(hit.prints() == 1 ? " print" : " prints");
    if (alert.count() > 1) {
      out.append(", ").append(alert.count()).append(" hits");
    }
    out.append(", inferred buys less sells ").append(percent(hit.bias()));
    if (hit.hasZ()) {
      out.append(", premium z ").append(rounded(hit.premiumZ()));
    }
    return out.toString();
  }

  /// Which way, where the thesis has variants: ` (debit)`.
  private static String variant(String thesis, Hit hit) {
    for (ClassifierHit c : hit.classifiers()) {
      if (c.classifier().text().equals(thesis) && !c.variant().isEmpty()) {
        return " (" + c.variant() + ")";
      }
    }
    return "";
  }

  /// What speaks against it: conditions that only add confidence and did not hold, and poor quality.
  private static List<String> counter(Hit hit) {
    List<String> against = doubts(hit.quality(), hit.insideRatio(), hit.nearAuction());
    for (ClassifierHit c : hit.classifiers()) {
      for (Condition condition : c.conditions()) {
        if (!condition.passed() && condition.known() && !condition.required()) {
          against.add(
              c.classifier().text()
                  + ": "
                  + condition.name()
                  + " is "
                  + rounded(condition.measured())
                  + ", not "
                  + condition.comparison().sign()
                  + " "
                  + rounded(condition.threshold()));
        }
      }
    }
    return against.size() > 8 ? against.subList(0, 8) : against;
  }

  /// What speaks against any reading of prints: poor quotes, prices inside them, an auction nearby.
  static List<String> doubts(double quality, double insideRatio, boolean nearAuction) {
    List<String> against = new ArrayList<>();
    if (quality < 0.9) {
      against.add("only " + percent(quality) + " of the prints had a usable quote");
    }
    if (insideRatio > 0.3) {
      against.add(percent(insideRatio) + " of the prints were inside the spread");
    }
    if (nearAuction) {
      against.add("close to the opening or the close");
    }
    return against;
  }

  /// The required conditions that passed by the least.
  private static List<Condition> nearest(List<ClassifierHit> hits) {
    List<Condition> passed = new ArrayList<>();
    for (ClassifierHit hit : hits) {
      for (Condition condition : hit.conditions()) {
        if (condition.passed() && condition.required()) {
          passed.add(condition);
        }
      }
    }
    return nearestOf(passed);
  }

  /// The first [#NEAREST] by how little they passed.
  static List<Condition> nearestOf(List<Condition> passed) {
    passed.sort(Comparator.comparingDouble(Condition::margin));
    return passed.size() > NEAREST ? passed.subList(0, NEAREST) : passed;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String rounded(double value) {
    return java.math.BigDecimal.valueOf(value)
        .setScale(2, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
