package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.CandleInterval;

/// A candle of a stock or index over `[startNanos, startNanos + interval)`.
///
/// Prices and `vwapMicros` in micro-dollars; volumes in shares. `revision` is 0 at first close and
/// counts up when a late or corrected print changed it; the highest revision is the truth.
public record CandleClosed(
    long tsNanos,
    int symbol,
    String symbolText,
    CandleInterval interval,
    long startNanos,
    long openMicros,
    long highMicros,
    long lowMicros,
    long closeMicros,
    long volume,
    long vwapMicros,
    int trades,
    long offExchangeVolume,
    int revision)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.CANDLE_CLOSED;
  }
}
