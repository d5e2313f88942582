package io.truetape.engine.sequence;

import java.util.function.LongSupplier;

/// How a sequencer keeps time.
///
/// | component | meaning |
/// |---|---|
/// | `wallTicks` | ticks by `wallNanos` (live feeds) instead of event time (files, simulations) |
/// | `closeAtEnd` | write `SessionClosed` when every feed has finished (imports) |
/// | `monotonicNanos` | for group commit |
/// | `wallNanos` | UTC epoch nanoseconds |
/// | `receiveStamped` | feeds stamp receive times by the wall clock; else by the event's own time |
public record SequencerPlan(
    boolean wallTicks,
    boolean closeAtEnd,
    boolean receiveStamped,
    LongSupplier monotonicNanos,
    LongSupplier wallNanos) {

  /// Event time only, session closed at the end: same input, same log.
  public static SequencerPlan forFiles(LongSupplier monotonicNanos) {
    return new SequencerPlan(false, true, false, monotonicNanos, () -> 0L);
  }

  /// Wall time, receive times stamped, session left open: live vendors.
  public static SequencerPlan forLive(LongSupplier monotonicNanos, LongSupplier wallNanos) {
    return new SequencerPlan(true, false, true, monotonicNanos, wallNanos);
  }

  /// Event time, session left open: the synthetic market, which resumes where its log ends.
  public static SequencerPlan forSimulation(LongSupplier monotonicNanos) {
    return new SequencerPlan(false, false, false, monotonicNanos, () -> 0L);
  }
}
