package io.truetape.model.event.derived.exposure;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import java.util.List;

/// Dealers' exposure in one underlying, as of `tsNanos`. Multiplier and the factor 0.01 are inside.
///
/// | component | meaning |
/// |---|---|
/// | `spot` | dollars (points) it was computed at |
/// | `buckets` | 0DTE, up to a week, up to a month, all; in that order |
/// | `callWallMicros`, `putWallMicros` | strike of the largest call, put gamma by interest; 0 unresolved |
/// | `flip` | the zero-gamma spots now |
/// | `flipIn30`, `flipIn60`, `flipAtClose` | the same with time moved on, all else held |
/// | `flipTsNanos` | when the flip points were computed; 0 never |
/// | `strikes` | up to 64 strikes nearest the spot, ascending |
/// | `contracts` | how many were ever priced |
public record ExposureComputed(
    long tsNanos,
    int symbol,
    String symbolText,
    double spot,
    List<BucketExposure> buckets,
    long callWallMicros,
    long putWallMicros,
    FlipPoint flip,
    FlipPoint flipIn30,
    FlipPoint flipIn60,
    FlipPoint flipAtClose,
    long flipTsNanos,
    List<StrikeExposure> strikes,
    int contracts)
    implements DerivedEvent {
  public ExposureComputed {
    buckets = List.copyOf(buckets);
    strikes = List.copyOf(strikes);
  }

  @Override
  public EventKind kind() {
    return EventKind.EXPOSURE_COMPUTED;
  }
}
