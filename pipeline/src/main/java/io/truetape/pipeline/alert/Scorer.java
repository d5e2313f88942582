package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Severity;

/// The parts of a score. Pure. Source: docs/methods/alerts.md.
final class Scorer {
  private final AlertRules rules;

  Scorer(AlertRules rules) {
    this.rules = rules;
  }

  /// `premiumMicros` is that of the whole alert; the rest is of its best hit.
  AlertScore score(Hit h, long premiumMicros) {
    double size =
        StrictMath.log(Math.max(1.0, (double) premiumMicros / rules.premiumFloorMicros()))
            / StrictMath.log((double) rules.premiumFullMicros() / rules.premiumFloorMicros());
    double scaled = Math.clamp(size, 0, 1);
    double premium = h.premiumRank() < 0 ? scaled : 0.7 * scaled + 0.3 * h.premiumRank();
    double unusual =
        h.hasZ() ? Math.clamp(h.premiumZ() / rules.zFull(), 0, 1) : Math.max(0, h.premiumRank());
    double wide =
        h.spreadBps() < 0
            ? 0
            : Math.clamp((h.spreadBps() - rules.wideBps()) / (4 * rules.wideBps()), 0, 1);
    double noise =
        rules.stalePoints() * (1 - h.quality())
            + rules.widePoints() * wide
            + rules.insidePoints() * h.insideRatio()
            + (h.nearAuction() ? rules.auctionPoints() : 0);
    return new AlertScore(
        30 * premium,
        20 * Math.abs(h.bias()) * h.quality(),
        20 * unusual,
        15 * h.structureScore(),
        15 * h.confidence(),
        noise);
  }

  Severity severity(double total) {
    if (total >= rules.critical()) {
      return Severity.CRITICAL;
    }
    return total >= rules.high()
        ? Severity.HIGH
        : total >= rules.medium() ? Severity.MEDIUM : Severity.LOW;
  }
}
