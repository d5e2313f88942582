package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The price zones of one stock's session, at most [#LIMIT]; the one with the least volume left
/// makes room.
///
/// Windows stand on a fixed grid, `[start, end)`, and end when the first print at or after `end` is
/// released or the watermark reaches it.
final class Zones {
  static final int LIMIT = 32;
  private static final long LEAST_HALF_WIDTH = 5_000;
  private static final double FORGOTTEN = 0.1;

  private final int symbol;
  private final String text;
  private final List<Zone> zones = new ArrayList<>();
  private DarkRules.Zone rules;
  private double decay;
  private long window;
  private long total;
  private int numbers;

  Zones(int symbol, String text, DarkRules.Zone rules) {
    this.symbol = symbol;
    this.text = text;
    this.rules = rules;
    use(rules);
  }

  void use(DarkRules.Zone newRules) {
    rules = newRules;
    decay = StrictMath.pow(0.5, (double) rules.windowNanos() / rules.halfLifeNanos());
  }

  /// Books a print; gives the zone when it was one already before this print.
  @Nullable Zone add(OffExchangePrint print, Emitter out) {
    long ts = print.tsNanos();
    endWindows(ts, out);
    long price = print.equity().print().priceMicros();
    int size = print.equity().print().size();
    Zone zone = of(price);
    if (zone == null) {
      zone = open(price, ts, out);
    }
    zone.add(ts, print.equity().printSeq(), size, price);
    total += size;
    return zone.windows() >= rules.windows() ? zone : null;
  }

  /// Ends every window that is over at `tsNanos`.
  void endWindows(long tsNanos, Emitter out) {
    long now = Math.floorDiv(tsNanos, rules.windowNanos());
    while (window < now && !zones.isEmpty()) {
      window++;
      endWindow(window * rules.windowNanos(), out);
    }
    window = Math.max(window, now);
  }

  private void endWindow(long endNanos, Emitter out) {
    for (int i = 0; i < zones.size(); i++) {
      Zone zone = zones.get(i);
      boolean counted = zone.endWindow(total, decay, rules);
      boolean gone = zone.kept() < rules.windowShares() * FORGOTTEN;
      if ((counted && zone.windows() >= rules.windows()) || (gone && zone.isPublished())) {
        out.emit(zone.publish(endNanos, symbol, text, !gone));
      }
      if (gone) {
        zones.remove(i--);
      }
    }
    total = 0;
  }

  private @Nullable Zone of(long priceMicros) {
    for (int i = 0; i < zones.size(); i++) {
      if (zones.get(i).contains(priceMicros)) {
        return zones.get(i);
      }
    }
    return null;
  }

  private Zone open(long priceMicros, long tsNanos, Emitter out) {
    if (zones.size() == LIMIT) {
      int weakest = 0;
      for (int i = 1; i < LIMIT; i++) {
        weakest = zones.get(i).kept() < zones.get(weakest).kept() ? i : weakest;
      }
      Zone gone = zones.remove(weakest);
      if (gone.isPublished()) {
        out.emit(gone.publish(tsNanos, symbol, text, false));
      }
    }
    long half = Math.max(LEAST_HALF_WIDTH, (long) (priceMicros * rules.widthBps() / 20_000));
    Zone zone = new Zone(++numbers, priceMicros - half, priceMicros + half);
    zones.add(zone);
    return zone;
  }

  void clear() {
    zones.clear();
    total = 0;
    numbers = 0;
  }

  void save(StateWriter out) {
    out.putLong(window);
    out.putLong(total);
    out.putInt(numbers);
    out.putInt(zones.size());
    for (Zone zone : zones) {
      zone.save(out);
    }
  }

  void load(StateReader in) {
    window = in.getLong();
    total = in.getLong();
    numbers = in.getInt();
    zones.clear();
    for (int n = in.getInt(); n > 0; n--) {
      zones.add(Zone.load(in));
    }
  }
}
