package io.truetape.model.event.derived.strikes;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// The option flow of one symbol over `[startNanos, startNanos + 60 s)`. Minutes without a print
/// are not published.
///
/// | component | meaning |
/// |---|---|
/// | `callVolume`, `putVolume` | contracts |
/// | `callPremiumMicros`, `putPremiumMicros` | premium paid, whoever paid it |
/// | `unclassifiedMicros` | the part of both whose side is unknown, legs included |
/// | `signedCallMicros`, `signedPutMicros` | bought minus sold, unknown sides left out |
/// | `weightedCallMicros`, `weightedPutMicros` | the same with each print weighted by 2 pBuy - 1 |
/// | `driftSignedMicros`, `driftWeightedMicros` | calls minus puts, summed from the session's start to this minute's end |
/// | `revision` | counts up when a late print or a correction changed it; the highest is the truth |
public record FlowMinute(
    long tsNanos,
    int symbol,
    String symbolText,
    long startNanos,
    int prints,
    long callVolume,
    long putVolume,
    long callPremiumMicros,
    long putPremiumMicros,
    long unclassifiedMicros,
    long signedCallMicros,
    long signedPutMicros,
    long weightedCallMicros,
    long weightedPutMicros,
    long driftSignedMicros,
    long driftWeightedMicros,
    int revision)
    implements DerivedEvent {

  /// Calls minus puts: what the minute adds to the tide.
  public long netSignedMicros() {
    return signedCallMicros - signedPutMicros;
  }

  public long netWeightedMicros() {
    return weightedCallMicros - weightedPutMicros;
  }

  /// Share of the premium whose side is unknown; 0 when there was no premium.
  public double unclassifiedShare() {
    long all = callPremiumMicros + putPremiumMicros;
    return all <= 0 ? 0 : (double) unclassifiedMicros / all;
  }

  @Override
  public EventKind kind() {
    return EventKind.FLOW_MINUTE;
  }
}
