package io.truetape.model.event.derived.exposure;

/// Exposure under one sign model, dollars; positive gamma: dealers long gamma.
///
/// | component | unit |
/// |---|---|
/// | `gex` | dollars of delta to trade per 1 % move |
/// | `dex` | dollars of delta |
/// | `vex` | dollars of delta per volatility point (vanna) |
/// | `chex` | dollars of delta per calendar day (charm) |
public record ExposureTotals(double gex, double dex, double vex, double chex) {
  public static final ExposureTotals ZERO = new ExposureTotals(0, 0, 0, 0);

  public ExposureTotals plus(ExposureTotals other) {
    return new ExposureTotals(gex + other.gex, dex + other.dex, vex + other.vex, chex + other.chex);
  }
}
