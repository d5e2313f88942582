package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// One subject's contribution to an alert: what classifiers or a profile said of it.
///
/// `confidence` is that of the best classifier or of the profile; `best` names it.
record Hit(
    EventRef subject,
    long tsNanos,
    int contractId,
    Contract contract,
    String best,
    Sentiment direction,
    double confidence,
    long premiumMicros,
    double premiumRank,
    double premiumZ,
    boolean hasZ,
    double bias,
    double quality,
    double insideRatio,
    double spreadBps,
    double structureScore,
    boolean nearAuction,
    int prints,
    List<ClassifierHit> classifiers) {
  Hit {
    classifiers = List.copyOf(classifiers);
  }

  /// `hits` must not be empty.
  static Hit of(ClassifierHits h, boolean nearAuction) {
    ClassifierHit best = h.hits().getFirst();
    for (ClassifierHit hit : h.hits()) {
      if (hit.confidence() > best.confidence()) {
        best = hit;
      }
    }
    return new Hit(
        h.subject(),
        h.tsNanos(),
        h.contractId(),
        h.contract(),
        best.classifier().text(),
        direction(h.hits(), best),
        best.confidence(),
        h.premiumMicros(),
        h.premiumRank(),
        h.premiumZ(),
        h.hasZ(),
        h.bias(),
        h.quality(),
        h.insideRatio(),
        h.spreadBps(),
        h.structureScore(),
        nearAuction,
        h.prints().size(),
        h.hits());
  }

  /// The best one's direction; when it has none, the one the others agree on.
  private static Sentiment direction(List<ClassifierHit> hits, ClassifierHit best) {
    if (best.direction() != Sentiment.NEUTRAL) {
      return best.direction();
    }
    Sentiment direction = Sentiment.NEUTRAL;
    for (ClassifierHit hit : hits) {
      if (hit.direction() != Sentiment.NEUTRAL && hit.direction() != direction) {
        direction = direction == Sentiment.NEUTRAL ? hit.direction() : Sentiment.NEUTRAL;
      }
    }
    return direction;
  }

  static Hit of(SmartMoneyEvent e, boolean nearAuction) {
    ProfileFeatures f = e.features();
    return new Hit(
        new EventRef("smart-money", e.eventSeq()),
        e.tsNanos(),
        e.contractId(),
        e.contract(),
        e.primary() == Profile.UNCLEAR ? "unclear" : e.primary().text(),
        e.direction(),
        e.confidence(),
        f.premiumMicros(),
        f.premiumRank(),
        0,
        false,
        f.bias(),
        Math.clamp(f.quality(), 0, 1),
        f.isStructure() ? 0 : f.insideRatio(),
        f.wideSpreadBps(),
        f.isStructure() ? f.structureScore() : Math.min(1, f.prints() / 8.0),
        nearAuction,
        f.prints(),
        List.of());
  }
}
