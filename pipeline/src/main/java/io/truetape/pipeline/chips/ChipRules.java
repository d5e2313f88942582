package io.truetape.pipeline.chips;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds of the chips; each chip's rule is on docs/methods/chips.md.
///
/// Dollars are micro-dollars here; sizes in contracts; `Dte` and `Days` in calendar days; `Pct` in
/// percent; ratios and shares as plain numbers.
public record ChipRules(
    long premium100kMicros,
    long sizableMicros,
    long whalesMicros,
    long largeSize,
    long leapsDte,
    double volOiMin,
    long repeatMin,
    double risingRatio,
    double amSpikeRatio,
    double bullflowRatio,
    double highSig,
    double unusualVolOi,
    double urgentVolOi,
    long urgentDte,
    long builderMinDte,
    long builderMaxDte,
    double builderOtmPct,
    long builderSize,
    long grenadeDte,
    double grenadeOtmPct,
    long aaMinimumMicros,
    long aaSpreadPercent,
    long retailSize,
    long blockSize,
    long blockMicros,
    double closingShare,
    long earningsDays,
    long exDivDays) {
  public static ChipRules standard() {
    return new ChipRules(
        100_000_000_000L,
        250_000_000_000L,
        500_000_000_000L,
        1_000,
        365,
        1,
        20,
        2.5,
        3,
        0.65,
        0.9,
        2,
        2.5,
        14,
        21,
        180,
        15,
        250,
        7,
        5,
        10_000L,
        10,
        10,
        500,
        250_000_000_000L,
        0.5,
        5,
        3);
  }

  static ChipRules from(List<RuleValue> values) {
    RuleReader r = new RuleReader("chips", values);
    return new ChipRules(
        r.dollarsAsMicros("premium100k"),
        r.dollarsAsMicros("sizable"),
        r.dollarsAsMicros("whales"),
        r.wholeNumber("largeSize", 0, 1_000_000_000),
        r.wholeNumber("leapsDte", 0, 1_000_000_000),
        r.number("volOiMin", 0, 1_000_000),
        r.wholeNumber("repeatMin", 0, 1_000_000_000),
        r.number("risingRatio", 0, 1_000_000),
        r.number("amSpikeRatio", 0, 1_000_000),
        r.number("bullflowRatio", 0, 1),
        r.number("highSig", 0, 1),
        r.number("unusualVolOi", 0, 1_000_000),
        r.number("urgentVolOi", 0, 1_000_000),
        r.wholeNumber("urgentDte", 0, 1_000_000_000),
        r.wholeNumber("builderMinDte", 0, 1_000_000_000),
        r.wholeNumber("builderMaxDte", 0, 1_000_000_000),
        r.number("builderOtmPct", 0, 1_000_000),
        r.wholeNumber("builderSize", 0, 1_000_000_000),
        r.wholeNumber("grenadeDte", 0, 1_000_000_000),
        r.number("grenadeOtmPct", 0, 1_000_000),
        r.dollarsAsMicros("aaMinimum"),
        r.wholeNumber("aaSpreadPercent", 0, 1_000),
        r.wholeNumber("retailSize", 0, 1_000_000_000),
        r.wholeNumber("blockSize", 0, 1_000_000_000),
        r.dollarsAsMicros("blockPremium"),
        r.number("closingShare", 0, 1),
        r.wholeNumber("earningsDays", 0, 1_000_000_000),
        r.wholeNumber("exDivDays", 0, 1_000_000_000));
  }
}
