package io.truetape.model.market;

/// Greeks as a vendor stated them: kept beside ours, never mixed with ours.
///
/// `iv` is annualised (0.25 = 25 %); the rest are raw partial derivatives. [#NONE] when absent.
public record VendorGreeks(double iv, double delta, double gamma, double theta, double vega) {
  public static final VendorGreeks NONE = new VendorGreeks(-1, 0, 0, 0, 0);

  public boolean isPresent() {
    return iv >= 0;
  }
}
