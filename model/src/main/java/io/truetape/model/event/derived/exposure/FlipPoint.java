package io.truetape.model.event.derived.exposure;

/// Where gex changes sign, by re-pricing every contract on a grid of spots, volatility sticking to
/// the strike. Dollars (points); meaningful when `isResolved`. `gex` is the naive gex at the present
/// spot at that time.
public record FlipPoint(double naive, double flow, boolean isNaive, boolean isFlow, double gex) {
  public static final FlipPoint NONE = new FlipPoint(0, 0, false, false, 0);

  public boolean isResolved() {
    return isNaive || isFlow;
  }
}
