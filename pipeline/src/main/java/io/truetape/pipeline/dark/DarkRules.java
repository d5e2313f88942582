package io.truetape.pipeline.dark;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds of the room; docs/methods/dark.md says what each does.
///
/// Times in nanoseconds of event time, sizes in shares, `blockMicros` micro-dollars, `Bps` in
/// hundredths of a percent of the price, fractions and shares in [0, 1].
public record DarkRules(
    long maxAgeNanos,
    long joinWaitNanos,
    long blockShares,
    long blockMicros,
    double sizePercentile,
    int minimumSamples,
    long absorbedShares,
    long absorbWaitNanos,
    double absorbMoveBps,
    Group group,
    Zone zone,
    long cooldownNanos,
    AtsPriors priors) {

  /// Accumulation and distribution: so many prints of at least `printShares` within `spanNanos`,
  /// together at least the larger of `shares` and `advFraction` of a day's volume, and at least
  /// `dominance` of what qualified at both sides.
  public record Group(
      long spanNanos,
      int prints,
      long printShares,
      long shares,
      double advFraction,
      double dominance) {}

  /// Zones: how long a window is, how many make a zone, how wide a zone is, what a window must
  /// carry, and how fast volume is forgotten.
  public record Zone(
      long windowNanos,
      int windows,
      double widthBps,
      long windowShares,
      double windowFraction,
      long halfLifeNanos) {
    public Zone {
      if (windowNanos <= 0 || halfLifeNanos <= 0 || windows < 1) {
        throw new IllegalArgumentException("a zone needs a window, a half-life and a count");
      }
    }
  }

  public static DarkRules standard() {
    return new DarkRules(
        1_000_000_000L,
        20_000_000L,
        10_000,
        200_000_000_000L,
        0.99,
        50,
        2_000,
        60_000_000_000L,
        5,
        new Group(60_000_000_000L, 4, 200, 3_000, 0.0005, 0.7),
        new Zone(300_000_000_000L, 3, 4, 5_000, 0.15, 1_800_000_000_000L),
        30_000_000_000L,
        AtsPriors.standard());
  }

  static DarkRules from(List<RuleValue> values) {
    RuleReader nbbo = new RuleReader("nbbo", values);
    if (!RuleReader.speaksOf("dark", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("dark", values);
    return new DarkRules(
        nbbo.millisAsNanos("maxAgeMillis"),
        nbbo.millisAsNanos("joinWaitMillis"),
        r.wholeNumber("blockShares", 1, 1_000_000_000),
        r.dollarsAsMicros("blockNotional"),
        r.number("sizePercentile", 0.5, 0.9999),
        r.count("minimumSamples", 1_000_000),
        r.wholeNumber("absorbedShares", 1, 1_000_000_000),
        r.millisAsNanos("absorbWaitMillis"),
        r.number("absorbMoveBps", 0, 10_000),
        new Group(
            r.millisAsNanos("groupMillis"),
            r.count("groupPrints", Sides.LIMIT),
            r.wholeNumber("groupPrintShares", 1, 1_000_000_000),
            r.wholeNumber("groupShares", 1, 1_000_000_000),
            r.number("groupAdvFraction", 0, 1),
            r.number("groupDominance", 0, 1)),
        new Zone(
            r.millisAsNanos("zoneWindowMillis"),
            r.count("zoneWindows", 1_000),
            r.number("zoneWidthBps", 0, 1_000),
            r.wholeNumber("zoneWindowShares", 1, 1_000_000_000),
            r.number("zoneWindowFraction", 0, 1),
            r.millisAsNanos("zoneHalfLifeMillis")),
        r.millisAsNanos("cooldownMillis"),
        AtsPriors.from(r));
  }
}
