package io.truetape.model.event.source;

/// What a feed is able to say; what it cannot say lowers confidence downstream.
public enum Capability {
  SALE_CONDITIONS,
  NBBO_AT_PRINT,
  QUOTE_STREAM,
  QUOTE_SIZES,
  VENUES,
  OPEN_INTEREST,
  UNDERLYING,
  GREEKS,
  OFF_EXCHANGE,
  SYNTHETIC,
  FROM_BARS;

  /// This capability's bit in [FeedStatus#capabilities].
  public int bit() {
    return 1 << ordinal();
  }
}
