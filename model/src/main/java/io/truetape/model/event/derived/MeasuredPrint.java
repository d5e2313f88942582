package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.Sentiment;

/// A print with its numbers, all as of its own time.
///
/// | component | meaning |
/// |---|---|
/// | `premiumMicros` | price x size x multiplier |
/// | `dte` | calendar days to expiry, New York; 0 = today |
/// | `otmPct` | percent out of the money, negative in the money; meaningful when `hasSpot` |
/// | `volOiRatio` | session volume / max(open interest, 1); -1 when open interest is unknown |
/// | `sigRaw` | weighted sum of components in [0, 1] |
/// | `sigScore` | its percentile in the symbol x time-of-day bucket; -1 until 12 prints were seen |
/// | `missing` | bits of [SigPart] that were not available; 0 means complete |
public record MeasuredPrint(
    WindowedPrint windowed,
    long premiumMicros,
    int dte,
    double otmPct,
    boolean hasSpot,
    double volOiRatio,
    Sentiment sentiment,
    double sigRaw,
    double sigScore,
    int missing)
    implements DerivedEvent {

  public boolean isComplete() {
    return missing == 0;
  }

  @Override
  public long tsNanos() {
    return windowed.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.MEASURED_PRINT;
  }
}
