package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// Whether spot crossed a level of dealers' exposure between two computations of it.
///
/// Both spots are held against the level as it is now, so that a level that moves over the spot is
/// no crossing. A spot on the level counts as below. Nothing is said while a level is unresolved.
final class Crossings {
  static final String ZERO_GAMMA = "zero-gamma";
  static final String CALL_WALL = "call-wall";
  static final String PUT_WALL = "put-wall";

  private double lastSpot;

  /// One level that was crossed: its name, dollars, and BULLISH when spot came from below.
  record Crossing(String level, double price, Sentiment direction) {}

  /// The levels crossed since the last computation.
  List<Crossing> on(ExposureComputed e) {
    List<Crossing> crossed = new ArrayList<>(1);
    if (lastSpot > 0) {
      if (e.flip().isNaive()) {
        add(crossed, ZERO_GAMMA, e.flip().naive(), e.spot());
      }
      add(crossed, CALL_WALL, e.callWallMicros() / 1e6, e.spot());
      add(crossed, PUT_WALL, e.putWallMicros() / 1e6, e.spot());
    }
    lastSpot = e.spot();
    return crossed;
  }

  private void add(List<Crossing> to, String level, double price, double spot) {
    boolean above = spot > price;
    if (price > 0 && above != (lastSpot > price)) {
      to.add(new Crossing(level, price, above ? Sentiment.BULLISH : Sentiment.BEARISH));
    }
  }

  void save(StateWriter out) {
    out.putDouble(lastSpot);
  }

  void load(StateReader in) {
    lastSpot = in.getDouble();
  }
}
