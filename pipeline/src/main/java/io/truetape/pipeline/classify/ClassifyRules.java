package io.truetape.pipeline.classify;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds of the classifiers; each is explained on docs/methods/classifiers.md.
///
/// Premiums in micro-dollars; ratios and shares in [0, 1]; `Dte` in calendar days; `Pct` in percent.
public record ClassifyRules(
    long largeStockMicros,
    long largeEtfMicros,
    long largeIndexMicros,
    double largeZ,
    double coverage,
    double dominance,
    double spikeZ,
    double spikeRank,
    long spikeFloorMicros,
    double openVolOi,
    double closeShare,
    double gammaNearPct,
    long gammaMicros,
    long farDte,
    long structureMicros,
    long followNanos,
    double followShare,
    double impactBps) {

  public static ClassifyRules standard() {
    return new ClassifyRules(
        100_000_000_000L,
        250_000_000_000L,
        500_000_000_000L,
        3,
        0.5,
        0.58,
        3,
        0.99,
        20_000_000_000L,
        1,
        0.5,
        1,
        100_000_000_000L,
        60,
        50_000_000_000L,
        300_000_000_000L,
        0.25,
        8);
  }

  static ClassifyRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("classify", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("classify", values);
    return new ClassifyRules(
        r.dollarsAsMicros("largeStock"),
        r.dollarsAsMicros("largeEtf"),
        r.dollarsAsMicros("largeIndex"),
        r.number("largeZ", 0, 100),
        r.number("coverage", 0, 1),
        r.number("dominance", 0, 1),
        r.number("spikeZ", 0, 100),
        r.number("spikeRank", 0, 1),
        r.dollarsAsMicros("spikeFloor"),
        r.number("openVolOi", 0, 1_000),
        r.number("closeShare", 0, 1),
        r.number("gammaNearPct", 0, 100),
        r.dollarsAsMicros("gammaPremium"),
        r.wholeNumber("farDte", 0, 10_000),
        r.dollarsAsMicros("structurePremium"),
        r.millisAsNanos("followMillis"),
        r.number("followShare", 0, 10),
        r.number("impactBps", 0.1, 1_000));
  }

  /// What "large" means for this underlying, micro-dollars.
  long largeMicros(String underlying) {
    SymbolKind kind = Roots.kind(underlying);
    return switch (kind) {
      case INDEX -> largeIndexMicros;
      case ETF -> largeEtfMicros;
      case STOCK, OTHER -> largeStockMicros;
    };
  }
}
