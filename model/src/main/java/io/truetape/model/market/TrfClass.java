package io.truetape.model.market;

/// What kind of off-exchange report a print at a FINRA facility is.
///
/// The venue is a fact; the class is read from sale conditions, price and size. Source:
/// docs/methods/dark.md.
public enum TrfClass {
  /// Sub-penny price improvement, detected by the fraction of a cent; signed by the midpoint.
  RETAIL_PI(true),
  /// Exactly at the midpoint of the NBBO.
  MIDPOINT(true),
  /// Exactly at the bid or the ask: a wholesaler or an alternative trading system.
  AT_NBBO(true),
  /// Large in shares or dollars and for its own name.
  BLOCK(true),
  /// Part of a stock-option or other contingent package (conditions 7, V).
  QCT(false),
  /// Priced by an average agreed earlier (conditions B, W).
  AVERAGE_PRICE(false),
  /// Priced off a derivative (condition 4).
  DERIVATIVELY_PRICED(false),
  /// Reported late, out of sequence, or at a prior reference price (conditions L, P, U, Z).
  LATE(false),
  /// Outside regular hours.
  EXTENDED(false),
  /// None of these, or no usable quote to tell by.
  UNKNOWN(true);

  private final boolean current;

  TrfClass(boolean current) {
    this.current = current;
  }

  /// True when the price says something about the market at the time of the print.
  public boolean isCurrent() {
    return current;
  }
}
