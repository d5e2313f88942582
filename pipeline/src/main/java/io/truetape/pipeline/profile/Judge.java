package io.truetape.pipeline.profile;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.ProfileScore;
import io.truetape.model.event.derived.meaning.Reason;
import io.truetape.model.market.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From features to a verdict: scores, penalties, and whether to abstain. Pure.
///
/// confidence = fit x (0.55 + 0.45 x strength) x (1 - 0.65 x penalty). Source:
/// docs/methods/profiles.md.
final class Judge {
  private final ProfileRules rules;

  Judge(ProfileRules rules) {
    this.rules = rules;
  }

  /// What came of it; `primary` is UNCLEAR when it abstained.
  record Verdict(
      List<ProfileScore> scores,
      Profile primary,
      double confidence,
      Band band,
      Sentiment direction,
      List<Abstention> abstentions,
      List<Reason> suppressed) {
    Verdict {
      scores = List.copyOf(scores);
      abstentions = List.copyOf(abstentions);
      suppressed = List.copyOf(suppressed);
    }
  }

  Verdict judge(ProfileFeatures f, Sentiment packageDirection) {
    List<Reason> penalties = penalties(f);
    double penalty = 0;
    for (Reason reason : penalties) {
      penalty += reason.weight();
    }
    penalty = Math.min(rules.penaltyCap(), penalty);
    List<ProfileScore> scores = new ArrayList<>();
    for (Fits.Fit fit : new Fits(rules, f).all()) {
      scores.add(score(fit, f, penalty, direction(fit.profile(), f, packageDirection)));
    }
    scores.sort(
        Comparator.comparingDouble(ProfileScore::confidence)
            .reversed()
            .thenComparing(ProfileScore::profile));
    ProfileScore best = scores.getFirst();
    List<Abstention> abstentions = abstentions(best, scores.get(1), penalty);
    boolean named = abstentions.isEmpty();
    return new Verdict(
        scores,
        named ? best.profile() : Profile.UNCLEAR,
        named ? best.confidence() : 0,
        named ? best.band() : Band.LOW,
        named ? best.direction() : Sentiment.NEUTRAL,
        abstentions,
        penalties);
  }

  private ProfileScore score(Fits.Fit fit, ProfileFeatures f, double penalty, Sentiment direction) {
    double premium = Fits.largeness(rules, f);
    double aggressive = Math.max(f.buy(), f.sell());
    double strength =
        0.42 * f.quality() + 0.18 * premium + 0.18 * aggressive + 0.22 * fit.context();
    double confidence = fit.value() * (0.55 + 0.45 * strength) * (1 - 0.65 * penalty);
    return new ProfileScore(
        fit.profile(),
        fit.value(),
        strength,
        penalty,
        confidence,
        band(confidence),
        direction,
        fit.reasons());
  }

  private Band band(double confidence) {
    return confidence >= rules.highBand()
        ? Band.HIGH
        : confidence >= rules.mediumBand() ? Band.MEDIUM : Band.LOW;
  }

  /// What speaks against any reading: each graded, together capped, none fatal alone.
  private List<Reason> penalties(ProfileFeatures f) {
    List<Reason> penalties = new ArrayList<>();
    add(penalties, "stale_quotes", rules.stalePenalty(), f.staleRatio());
    add(
        penalties,
        "wide_quotes",
        rules.widePenalty(),
        Scale.ramp(f.wideSpreadBps(), rules.wideBps(), 4 * rules.wideBps()));
    add(penalties, "late_reports", rules.latePenalty(), f.lateShare());
    if (!f.isStructure()) {
      double inside = f.coverage() * Scale.ramp(f.insideRatio(), 0.4, 1);
      add(penalties, "inside_the_market", rules.insidePenalty(), inside);
      double mixed = 1 - Scale.ramp(Math.abs(f.bias()), 0.1, 0.6);
      add(penalties, "no_one_side", rules.mixedPenalty(), mixed);
      double small =
          Scale.ramp(
              (double) f.premiumMicros(), rules.floorMicros() * 4.0, (double) rules.floorMicros());
      add(penalties, "little_premium", rules.smallPenalty(), small);
    }
    return penalties;
  }

  private static void add(List<Reason> to, String code, double weight, double share) {
    if (weight * share >= 0.005) {
      to.add(new Reason(code, weight * share));
    }
  }

  private List<Abstention> abstentions(ProfileScore best, ProfileScore second, double penalty) {
    List<Abstention> why = new ArrayList<>();
    if (best.fit() < rules.minimumFit()) {
      why.add(Abstention.FIT_TOO_LOW);
    }
    if (best.fit() - second.fit() < rules.minimumMargin()) {
      why.add(Abstention.MARGIN_TOO_SMALL);
    }
    if (best.strength() < rules.minimumStrength()) {
      why.add(Abstention.EVIDENCE_TOO_WEAK);
    }
    if (penalty >= rules.maximumPenalty()) {
      why.add(Abstention.PENALTY_TOO_HIGH);
    }
    return why;
  }

  /// Volatility and arbitrage are bets on no direction; a package has its own; otherwise calls bought
  /// and puts sold are bullish.
  private static Sentiment direction(
      Profile profile, ProfileFeatures f, Sentiment packageDirection) {
    if (profile == Profile.ARBITRAGE || (profile == Profile.VOL_SELLER && f.isStructure())) {
      return Sentiment.NEUTRAL;
    }
    if (f.isStructure()) {
      return packageDirection;
    }
    if (Math.abs(f.bias()) <= 0.2) {
      return Sentiment.NEUTRAL;
    }
    return (f.bias() > 0) == f.isCall() ? Sentiment.BULLISH : Sentiment.BEARISH;
  }
}
