package io.truetape.pipeline.dark;

import io.truetape.model.baseline.Baseline;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Shares of a usual day: the mean of earlier sessions when known, else this session's so far.
final class DayVolume {
  private long earlier;
  private int sessions;
  private long today;

  void add(int shares) {
    today += shares;
  }

  void carry(Baseline baseline) {
    sessions = baseline.stockVolume() > 0 ? baseline.sessions() : 0;
    earlier = sessions == 0 ? 0 : baseline.stockVolume();
  }

  /// A session of this log ended; at the limit the mean stays and the session replaces a part.
  void close(Baseline session) {
    if (session.stockVolume() == 0) {
      return;
    }
    if (sessions == Baseline.SESSIONS) {
      earlier -= earlier / sessions;
      sessions--;
    }
    earlier += session.stockVolume();
    sessions++;
  }

  void newSession() {
    today = 0;
  }

  long aDay() {
    return Math.max(today, sessions == 0 ? 0 : earlier / sessions);
  }

  void save(StateWriter out) {
    out.putLong(earlier);
    out.putInt(sessions);
    out.putLong(today);
  }

  void load(StateReader in) {
    earlier = in.getLong();
    sessions = in.getInt();
    today = in.getLong();
  }
}
