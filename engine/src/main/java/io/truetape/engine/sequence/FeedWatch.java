package io.truetape.engine.sequence;

import io.truetape.model.event.control.FeedSilence;
import java.util.Optional;

/// Notices when a feed is silent for longer than its heartbeat allows, and when it speaks again.
///
/// Counts by the machine's monotonic clock. What it says goes into the log, so that a replay knows
/// what could not be trusted. A feed that says itself that it is down is not watched.
final class FeedWatch {
  private final FeedGate gate;
  private final long heartbeatNanos;
  private long spokeNanos;
  private boolean silent;

  FeedWatch(FeedGate gate, long heartbeatNanos, long nowNanos) {
    this.gate = gate;
    this.heartbeatNanos = heartbeatNanos;
    this.spokeNanos = nowNanos;
  }

  /// What there is to say at `nowNanos`; `tsNanos` is the time the log has reached.
  Optional<FeedSilence> look(long nowNanos, long tsNanos) {
    long silence = nowNanos - spokeNanos;
    if (gate.hasSpoken() || !gate.isWatched()) {
      spokeNanos = nowNanos;
      if (silent) {
        silent = false;
        return Optional.of(new FeedSilence(tsNanos, gate.feed(), false, silence));
      }
    } else if (!silent && silence > heartbeatNanos) {
      silent = true;
      return Optional.of(new FeedSilence(tsNanos, gate.feed(), true, silence));
    }
    return Optional.empty();
  }
}
