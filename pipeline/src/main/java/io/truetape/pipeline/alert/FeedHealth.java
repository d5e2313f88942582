package io.truetape.pipeline.alert;

import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.FeedId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Whether what is heard can be trusted right now: feed states and open gaps.
final class FeedHealth {
  private final FeedState[] states = new FeedState[FeedId.values().length];
  private final boolean[] silent = new boolean[FeedId.values().length];
  private final long[] gapUntil = new long[FeedId.values().length];

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
      if (state == FeedState.STALE || state == FeedState.DOWN) {
        return "feed " + feed.text() + " is " + (state == FeedState.STALE ? "stale" : "down");
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
      FeedState state = states[i];
      out.putInt(state == null ? -1 : state.ordinal());
      out.putLong(gapUntil[i]);
      out.putBoolean(silent[i]);
    }
  }

  void load(StateReader in) {
    for (int i = 0; i < states.length; i++) {
      int state = in.getInt();
      states[i] = state < 0 ? FeedState.CONNECTING : FeedState.values()[state];
      gapUntil[i] = in.getLong();
      silent[i] = in.getBoolean();
    }
  }
}
