package io.truetape.pipeline.alert;

import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.FeedId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// Whether what is heard can be trusted right now: feed states and open gaps.
final class FeedHealth {
  private final FeedState[] states = new FeedState[FeedId.values().length];
  private final boolean[] silent = new boolean[FeedId.values().length];
  private final long[] gapUntil = new long[FeedId.values().length];

  FeedHealth() {
    Arrays.fill(states, FeedState.LIVE);
  }

  void on(FeedStatus status) {
    states[status.feed().ordinal()] = status.state();
  }

  void on(FeedSilence silence) {
    silent[silence.feed().ordinal()] = silence.silent();
  }

  /// A gap that was filled later is none.
  void on(Gap gap) {
    gapUntil[gap.feed().ordinal()] = gap.filled() ? 0 : gap.toTsNanos();
  }

  /// Why nothing should be said about a print of `tsNanos`; empty when nothing speaks against it.
  String fault(long tsNanos) {
    for (FeedId feed : FeedId.values()) {
      FeedState state = states[feed.ordinal()];
      String what =
          switch (state) {
            case STALE -> "stale";
            case DOWN -> "down";
            case DENIED -> "denied";
            case CONNECTING -> "connecting";
            case LIVE, DEGRADED, FINISHED -> "";
          };
      if (!what.isEmpty()) {
        return "feed " + feed.text() + " is " + what;
      }
      if (silent[feed.ordinal()]) {
        return "feed " + feed.text() + " is silent";
      }
      if (gapUntil[feed.ordinal()] > tsNanos) {
        return "feed " + feed.text() + " has a gap";
      }
    }
    return "";
  }

  void save(StateWriter out) {
    for (int i = 0; i < states.length; i++) {
      out.putInt(states[i].ordinal());
      out.putLong(gapUntil[i]);
      out.putBoolean(silent[i]);
    }
  }

  void load(StateReader in) {
    for (int i = 0; i < states.length; i++) {
      states[i] = FeedState.values()[in.getInt()];
      gapUntil[i] = in.getLong();
      silent[i] = in.getBoolean();
    }
  }
}
