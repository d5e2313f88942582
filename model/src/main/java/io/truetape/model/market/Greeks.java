package io.truetape.model.market;

/// Our own volatility and greeks: raw partial derivatives per share, time in years of 365 days.
///
/// | component | derivative of the price by |
/// |---|---|
/// | `iv` | none: annualised volatility, 0.25 = 25 % |
/// | `delta`, `gamma` | spot, once and twice |
/// | `theta` | calendar time forward, per year (mostly negative) |
/// | `vega` | volatility, per 1.00 |
/// | `rho` | the rate, per 1.00, spot and dividend yield held |
/// | `vanna` | spot and volatility: how delta moves per 1.00 of volatility |
/// | `charm` | spot and calendar time: how delta moves per year |
///
/// [#NONE] when there are none; the reason stands beside it as a [GreeksAbsence].
public record Greeks(
    double iv,
    double delta,
    double gamma,
    double theta,
    double vega,
    double rho,
    double vanna,
    double charm) {
  public static final Greeks NONE = new Greeks(-1, 0, 0, 0, 0, 0, 0, 0);

  public boolean isPresent() {
    return iv >= 0;
  }
}
