package io.truetape.model.time;

/// Which trading session an instant belongs to.
public enum SessionPhase {
  /// Regular hours.
  RTH,
  /// Global trading hours of index options, the night before.
  GTH,
  /// The short session after the close of index options.
  CURB,
  /// Before or after hours of stocks.
  EXTENDED,
  CLOSED
}
