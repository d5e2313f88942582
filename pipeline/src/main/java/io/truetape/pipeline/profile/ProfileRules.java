package io.truetape.pipeline.profile;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Scales, weights and bounds of the profiles; each is explained on docs/methods/profiles.md.
///
/// Premiums in micro-dollars, sizes in contracts, `Dte` and `Days` in calendar days, `Pct` in
/// percent. Weights and penalties are in [0, 1]; every single penalty is below `maximumPenalty`, so
/// that none makes a profile abstain by itself.
public record ProfileRules(
    long windowNanos,
    long notableMicros,
    int notablePrints,
    double notableRank,
    long floorMicros,
    long premiumFullMicros,
    double rankFrom,
    double rankFull,
    double burstFull,
    double retailFill,
    double hedgeFill,
    double eventDays,
    double runUpShare,
    double shortDte,
    double hedgeDte,
    double nearPct,
    double nearDelta,
    double wideBps,
    double stalePenalty,
    double widePenalty,
    double insidePenalty,
    double mixedPenalty,
    double latePenalty,
    double smallPenalty,
    double penaltyCap,
    double minimumFit,
    double minimumMargin,
    double minimumStrength,
    double maximumPenalty,
    double mediumBand,
    double highBand) {
  public ProfileRules {
    if (mediumBand > highBand) {
      throw new BadInput("rule profile.mediumBand must not be above profile.highBand");
    }
    if (rankFrom >= rankFull) {
      throw new BadInput("rule profile.rankFrom must be below profile.rankFull");
    }
    double[] penalties = {
      stalePenalty, widePenalty, insidePenalty, mixedPenalty, latePenalty, smallPenalty
    };
    for (double penalty : penalties) {
      if (penalty >= maximumPenalty) {
        throw new BadInput(
            "rule profile: a penalty of "
                + penalty
                + " alone reaches profile.maximumPenalty "
                + maximumPenalty);
      }
    }
  }

  public static ProfileRules standard() {
    return new ProfileRules(
        30_000_000_000L,
        50_000_000_000L,
        5,
        0.95,
        5_000_000_000L,
        120_000_000_000L,
        0.5,
        0.95,
        8,
        200,
        340,
        21,
        0.75,
        10,
        5,
        1.5,
        0.3,
        800,
        0.45,
        0.3,
        0.3,
        0.35,
        0.49,
        0.1,
        0.7,
        0.42,
        0.08,
        0.35,
        0.5,
        0.52,
        0.72);
  }

  static ProfileRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("profile", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("profile", values);
    return new ProfileRules(
        r.millisAsNanos("windowMillis"),
        r.dollarsAsMicros("notablePremium"),
        r.count("notablePrints", 10_000),
        r.number("notableRank", 0, 1),
        r.dollarsAsMicros("floorPremium"),
        r.dollarsAsMicros("premiumFull"),
        r.number("rankFrom", 0, 1),
        r.number("rankFull", 0, 1),
        r.number("burstFull", 1, 10_000),
        r.number("retailFill", 1, 1_000_000),
        r.number("hedgeFill", 1, 1_000_000),
        r.number("eventDays", 0, 365),
        r.number("runUpShare", 0, 1),
        r.number("shortDte", 0, 365),
        r.number("hedgeDte", 0, 365),
        r.number("nearPct", 0, 100),
        r.number("nearDelta", 0, 1),
        r.number("wideBps", 1, 20_000),
        r.number("stalePenalty", 0, 1),
        r.number("widePenalty", 0, 1),
        r.number("insidePenalty", 0, 1),
        r.number("mixedPenalty", 0, 1),
        r.number("latePenalty", 0, 1),
        r.number("smallPenalty", 0, 1),
        r.number("penaltyCap", 0, 1),
        r.number("minimumFit", 0, 1),
        r.number("minimumMargin", 0, 1),
        r.number("minimumStrength", 0, 1),
        r.number("maximumPenalty", 0, 1),
        r.number("mediumBand", 0, 1),
        r.number("highBand", 0, 1));
  }
}
