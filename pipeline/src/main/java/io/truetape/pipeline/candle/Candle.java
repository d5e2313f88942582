package io.truetape.pipeline.candle;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// A candle being formed. Prices micro-dollars, volumes shares; notional (micro-dollars x shares) is
/// a double, summed in event order, and used for the volume-weighted price only.
final class Candle {
  final long startNanos;
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;
  private long offExchange;
  private double notional;
  private int trades;
  private int revision;

  Candle(long startNanos) {
    this.startNanos = startNanos;
  }

  void price(long micros) {
    if (open == 0) {
      open = micros;
      high = micros;
      low = micros;
    }
    high = Math.max(high, micros);
    low = Math.min(low, micros);
    close = micros;
  }

  void volume(long micros, int size, boolean isOffExchange) {
    volume += size;
    notional += (double) micros * size;
    trades++;
    if (isOffExchange) {
      offExchange += size;
    }
  }

  boolean hasPrice() {
    return open > 0;
  }

  long close() {
    return close;
  }

  /// Opens at an earlier price when nothing eligible traded but volume was reported.
  void carry(long micros) {
    if (open == 0 && micros > 0) {
      price(micros);
    }
  }

  void revise() {
    revision++;
  }

  CandleClosed closed(int symbol, String text, CandleInterval interval) {
    return new CandleClosed(
        startNanos + interval.nanos(),
        symbol,
        text,
        interval,
        startNanos,
        open,
        high,
        low,
        close,
        volume,
        volume == 0 ? close : Math.round(notional / volume),
        trades,
        offExchange,
        revision);
  }

  void save(StateWriter out) {
    out.putLong(startNanos);
    out.putLong(open);
    out.putLong(high);
    out.putLong(low);
    out.putLong(close);
    out.putLong(volume);
    out.putLong(offExchange);
    out.putDouble(notional);
    out.putInt(trades);
    out.putInt(revision);
  }

  static Candle load(StateReader in) {
    Candle candle = new Candle(in.getLong());
    candle.open = in.getLong();
    candle.high = in.getLong();
    candle.low = in.getLong();
    candle.close = in.getLong();
    candle.volume = in.getLong();
    candle.offExchange = in.getLong();
    candle.notional = in.getDouble();
    candle.trades = in.getInt();
    candle.revision = in.getInt();
    return candle;
  }
}
