package io.truetape.model.market;

/// Why there are no greeks, or none of our own. Append only: the place is part of the digest.
public enum GreeksAbsence {
  /// They are there.
  NONE,
  /// The contract has not had its turn yet.
  NOT_YET,
  NO_QUOTE,
  ONE_SIDED,
  CROSSED,
  /// The quote is older than the hard limit.
  STALE_QUOTE,
  NO_SPOT,
  /// The underlying's price is older than the hard limit.
  STALE_SPOT,
  EXPIRED,
  /// The mid is at or below what exercise would pay: no volatility gives it.
  BELOW_INTRINSIC,
  /// The mid is at or above what any volatility could reach.
  ABOVE_MAXIMUM,
  /// Something other than 100 shares or cash is delivered: no single spot prices it.
  ADJUSTED,
  /// The lane holds as many contracts as it may.
  TABLE_FULL
}
