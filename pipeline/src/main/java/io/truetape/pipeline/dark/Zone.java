package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.price.Price;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// One price range and what printed off-exchange in it. Remembers its last [#SEQS] prints.
final class Zone {
  static final int SEQS = 16;

  private final int number;
  private final long fromMicros;
  private final long toMicros;
  private final long[] seqs = new long[SEQS];
  private long low = Long.MAX_VALUE;
  private long high;
  private long volume;
  private long notional;
  private int prints;
  private long firstSeen;
  private long lastSeen;
  private int windows;
  private double kept;
  private long windowVolume;
  private boolean published;

  /// A zone that takes prices in `[fromMicros, toMicros]`.
  Zone(int number, long fromMicros, long toMicros) {
    this.number = number;
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
  }

  boolean contains(long priceMicros) {
    return priceMicros >= fromMicros && priceMicros <= toMicros;
  }

  void add(long tsNanos, long seq, int size, long priceMicros) {
    low = Math.min(low, priceMicros);
    high = Math.max(high, priceMicros);
    firstSeen = prints == 0 ? tsNanos : firstSeen;
    lastSeen = tsNanos;
    seqs[prints % SEQS] = seq;
    prints++;
    volume += size;
    notional += Price.premium(priceMicros, size, 1);
    kept += size;
    windowVolume += size;
  }

  /// Ends a window in which all zones took `total` shares; true when it counted for this zone.
  boolean endWindow(long total, double decay, DarkRules.Zone rules) {
    boolean counted =
        windowVolume >= rules.windowShares() && windowVolume >= rules.windowFraction() * total;
    windows += counted ? 1 : 0;
    windowVolume = 0;
    kept *= decay;
    return counted;
  }

  int number() {
    return number;
  }

  int windows() {
    return windows;
  }

  double kept() {
    return kept;
  }

  long lastSeen() {
    return lastSeen;
  }

  long firstSeen() {
    return firstSeen;
  }

  long volume() {
    return volume;
  }

  long notionalMicros() {
    return notional;
  }

  long lowMicros() {
    return low;
  }

  long highMicros() {
    return high;
  }

  int prints() {
    return prints;
  }

  double strength() {
    return volume == 0 ? 0 : Math.min(1, kept / volume);
  }

  boolean isPublished() {
    return published;
  }

  /// Log positions of the latest prints, earliest first.
  List<Long> evidence() {
    List<Long> out = new ArrayList<>(SEQS);
    for (int i = Math.max(0, prints - SEQS); i < prints; i++) {
      out.add(seqs[i % SEQS]);
    }
    return out;
  }

  LiquidityZone publish(long tsNanos, int symbol, String text, boolean isOpen) {
    published = true;
    return new LiquidityZone(
        tsNanos,
        symbol,
        text,
        number,
        low,
        high,
        volume,
        prints,
        firstSeen,
        lastSeen,
        windows,
        strength(),
        isOpen);
  }

  void save(StateWriter out) {
    out.putInt(number);
    out.putLong(fromMicros);
    out.putLong(toMicros);
    out.putLongs(seqs, SEQS);
    out.putLong(low);
    out.putLong(high);
    out.putLong(volume);
    out.putLong(notional);
    out.putInt(prints);
    out.putLong(firstSeen);
    out.putLong(lastSeen);
    out.putInt(windows);
    out.putDouble(kept);
    out.putLong(windowVolume);
    out.putBoolean(published);
  }

  static Zone load(StateReader in) {
    Zone zone = new Zone(in.getInt(), in.getLong(), in.getLong());
    long[] saved = in.getLongs();
    System.arraycopy(saved, 0, zone.seqs, 0, SEQS);
    zone.low = in.getLong();
    zone.high = in.getLong();
    zone.volume = in.getLong();
    zone.notional = in.getLong();
    zone.prints = in.getInt();
    zone.firstSeen = in.getLong();
    zone.lastSeen = in.getLong();
    zone.windows = in.getInt();
    zone.kept = in.getDouble();
    zone.windowVolume = in.getLong();
    zone.published = in.getBoolean();
    return zone;
  }
}
