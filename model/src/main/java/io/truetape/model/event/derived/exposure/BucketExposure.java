package io.truetape.model.event.derived.exposure;

/// The exposure of one bucket of expiries under the three sign models, and how sure it is.
///
/// | component | meaning |
/// |---|---|
/// | `naive` | dealers long calls, short puts, by open interest |
/// | `allShort` | dealers short everything, by open interest |
/// | `flow` | the naive prior less the session's signed volume |
/// | `flowBand` | one standard error of `flow`'s gex: signing uncertainty and rule bias, dollars |
/// | `openInterest`, `pricedInterest` | contracts known, and of those with greeks |
/// | `priced` | listed contracts with greeks and with interest or flow |
public record BucketExposure(
    ExpiryBucket bucket,
    ExposureTotals naive,
    ExposureTotals allShort,
    ExposureTotals flow,
    double flowBand,
    long openInterest,
    long pricedInterest,
    int priced) {

  /// False when nothing could be priced: the figures are then not zero but unknown.
  public boolean isResolved() {
    return priced > 0;
  }

  /// Share of open interest that could be priced, percent; -1 when there is none.
  public double pricedPercent() {
    return openInterest == 0 ? -1 : 100.0 * pricedInterest / openInterest;
  }
}
