package io.truetape.model.event.derived.baseline;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// What one session of one symbol looked like, said when it closed.
///
/// | component | meaning |
/// |---|---|
/// | `day` | the session, an epoch day |
/// | `medianLnPremium`, `madLnPremium` | median and median absolute deviation of ln(premium in micro-dollars), from the buckets |
/// | `session` | its sums; `contracts` there are over each contract's life so far |
public record BaselineSummary(
    long tsNanos,
    int day,
    int symbol,
    String symbolText,
    double medianLnPremium,
    double madLnPremium,
    Baseline session)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.BASELINE_SUMMARY;
  }
}
