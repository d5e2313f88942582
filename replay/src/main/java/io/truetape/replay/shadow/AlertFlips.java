package io.truetape.replay.shadow;

import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.id.EventRef;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.alert.AlertStage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an alert that one run opened was not opened by the other at that place.
final class AlertFlips {
  private final SessionClock clock;
  private final Values before;
  private final Values after;
  private final ClassifierFlips classifiers;
  private final ProfileFlips profiles;

  AlertFlips(
      SessionClock clock,
      Values before,
      Values after,
      ClassifierFlips classifiers,
      ProfileFlips profiles) {
    this.clock = clock;
    this.before = before;
    this.after = after;
    this.classifiers = classifiers;
    this.profiles = profiles;
  }

  /// `a`, `b` are what runs A and B said in the batch; `byA` tells which of them opened the alert.
  Cause cause(AlertChanged alert, boolean byA, Heard a, Heard b) {
    Heard other = byA ? b : a;
    AlertChanged held = other.withheld.get(Heard.name(alert));
    if (held != null) {
      return ordered(byA, "withheld", "opened", held.reason());
    }
    if (!alert.rule().equals("standard") || alert.evidence().isEmpty()) {
      return ordered(byA, "the rule's subject", "matched", "did not match");
    }
    EventRef subject = alert.evidence().getFirst();
    if (subject.kind().equals("smart-money")) {
      return profile(alert, byA, a.profiles.get(subject.seq()), b.profiles.get(subject.seq()));
    }
    ClassifierHits hits = other.hits.get(subject);
    if (hits == null || hits.hits().isEmpty()) {
      return notFired(alert, subject, a, b);
    }
    ClassifierHit best = best(hits);
    if (!best.classifier().text().equals(alert.thesis())) {
      return ordered(byA, "another classifier leads", alert.thesis(), best.classifier().text());
    }
    AlertScore there = AlertStage.score(clock, hits, (byA ? after : before).list());
    return scores(alert.score(), there, byA);
  }

  private Cause profile(
      AlertChanged alert, boolean byA, @Nullable SmartMoneyEvent a, @Nullable SmartMoneyEvent b) {
    SmartMoneyEvent other = byA ? b : a;
    if (a == null || b == null || other == null || other.abstained()) {
      return profiles.cause(a, b);
    }
    if (!other.primary().text().equals(alert.thesis())) {
      return ordered(byA, "another profile leads", alert.thesis(), other.primary().text());
    }
    AlertScore there = AlertStage.score(clock, other, (byA ? after : before).list());
    return scores(alert.score(), there, byA);
  }

  private Cause notFired(AlertChanged alert, EventRef subject, Heard a, Heard b) {
    for (Classifier classifier : Classifier.values()) {
      if (classifier.text().equals(alert.thesis())) {
        Cause cause =
            classifiers.cause(classifier, a.subjects.get(subject), b.subjects.get(subject));
        return new Cause(classifier.text() + ": " + cause.feature(), cause.before(), cause.after());
      }
    }
    return new Cause("no classifier of that name", "", "");
  }

  /// Below the bound there: the part that differs most, or the bound itself. Above it: the alert
  /// joined one that was open.
  private Cause scores(AlertScore here, AlertScore there, boolean byA) {
    double bound = (byA ? after : before).number("alert.openFrom", 0);
    if (there.total() >= bound) {
      return ordered(byA, "joined an open alert", points(here.total()), points(there.total()));
    }
    String[] names = {"premium", "side", "unusualness", "structure", "classifier", "noise"};
    double[] x = parts(here);
    double[] y = parts(there);
    int most = -1;
    double difference = 1e-9;
    for (int i = 0; i < names.length; i++) {
      if (Math.abs(x[i] - y[i]) > difference) {
        difference = Math.abs(x[i] - y[i]);
        most = i;
      }
    }
    if (most < 0 || here.total() < bound) {
      String here0 = points(here.total()) + " >= " + (byA ? before : after).text("alert.openFrom");
      String there0 =
          points(there.total()) + " >= " + (byA ? after : before).text("alert.openFrom");
      return ordered(byA, "alert.openFrom", here0, there0);
    }
    String total = " of " + points(here.total());
    return ordered(
        byA,
        "score " + names[most],
        points(x[most]) + total,
        points(y[most]) + " of " + points(there.total()));
  }

  private static double[] parts(AlertScore s) {
    return new double[] {
      s.premium(), s.side(), s.unusualness(), s.structure(), s.classifier(), s.noise()
    };
  }

  private static String points(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static ClassifierHit best(ClassifierHits hits) {
    ClassifierHit best = hits.hits().getFirst();
    for (ClassifierHit hit : hits.hits()) {
      if (hit.confidence() > best.confidence()) {
        best = hit;
      }
    }
    return best;
  }

  private static Cause ordered(boolean byA, String feature, String here, String there) {
    Cause cause = new Cause(feature, here, there);
    return byA ? cause : cause.swapped();
  }
}
