package io.truetape.pipeline.strikes;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The strike the window stands on, and when it may move.
final class Centre {
  private int expiry = -1;
  private long strike;
  private long lookedNanos;
  private long lookedDoubleSpot;

  long strikeMicros() {
    return strike;
  }

  int expiryDay() {
    return expiry;
  }

  /// Looks at spot (doubled) and moves when it must; true when the window changed.
  boolean look(Ladder ladder, int nearest, long tsNanos, long doubleSpot, StrikesRules rules) {
    int at = nearest == expiry && strike > 0 ? ladder.indexOf(nearest, strike) : -1;
    if (at < 0) {
      expiry = nearest;
      strike = ladder.strike(nearest, ladder.indexNear(nearest, doubleSpot));
      looked(tsNanos, doubleSpot);
      return true;
    }
    int direction = doubleSpot > 2 * strike ? 1 : -1;
    long step = ladder.step(nearest, at, direction);
    long move = step == 0 ? rules.moveMicros() : Math.min(rules.moveMicros(), step / 2);
    if (tsNanos - lookedNanos < rules.recentreNanos()
        && Math.abs(doubleSpot - lookedDoubleSpot) < 2 * move) {
      return false;
    }
    looked(tsNanos, doubleSpot);
    int candidate = ladder.indexNear(nearest, doubleSpot);
    double beyond = step * (1 + 2 * rules.hysteresis());
    if (candidate == at || Math.abs(doubleSpot - 2 * strike) < beyond) {
      return false;
    }
    strike = ladder.strike(nearest, candidate);
    return true;
  }

  private void looked(long tsNanos, long doubleSpot) {
    lookedNanos = tsNanos;
    lookedDoubleSpot = doubleSpot;
  }

  void clear() {
    expiry = -1;
    strike = 0;
  }

  void save(StateWriter out) {
    out.putInt(expiry);
    out.putLong(strike);
    out.putLong(lookedNanos);
    out.putLong(lookedDoubleSpot);
  }

  void load(StateReader in) {
    expiry = in.getInt();
    strike = in.getLong();
    lookedNanos = in.getLong();
    lookedDoubleSpot = in.getLong();
  }
}
