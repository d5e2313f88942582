package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;

/// A whole-number property of a print; money in micro-dollars, time in UTC nanoseconds.
public enum WholeField {
  PREMIUM_MICROS,
  SIZE,
  DTE,
  REPEAT_3M,
  STRIKE_MICROS,
  TS_NANOS,
  /// Age of the quote; [#ABSENT] without one.
  QUOTE_AGE_NANOS;

  /// No value: in no range.
  public static final long ABSENT = Long.MIN_VALUE;

  public long of(ChippedPrint p) {
    return switch (this) {
      case PREMIUM_MICROS -> p.measured().premiumMicros();
      case SIZE -> p.print().size();
      case DTE -> p.measured().dte();
      case REPEAT_3M -> p.windowed().repeat3m();
      case STRIKE_MICROS -> p.contract().strikeMicros();
      case TS_NANOS -> p.tsNanos();
      case QUOTE_AGE_NANOS -> p.quoted().nbbo().isPresent() ? p.quoted().quoteAgeNanos() : ABSENT;
    };
  }
}
