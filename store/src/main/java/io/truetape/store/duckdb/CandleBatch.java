package io.truetape.store.duckdb;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.store.duckdb.column.Batch;
import io.truetape.store.duckdb.column.Column;
import java.util.List;

/// Closed candles as columns of table `candles`. Every revision is a row; readers take the highest.
final class CandleBatch {
  private final Column.Longs causeSeq = new Column.Longs("cause_seq");
  private final Column.Longs tsNanos = new Column.Longs("ts_nanos");
  private final Column.Ints symbol = new Column.Ints("symbol_id");
  private final Column.Ints logSymbol = new Column.Ints("log_symbol");
  private final Column.Codes interval = new Column.Codes("interval_code");
  private final Column.Longs start = new Column.Longs("start_nanos");
  private final Column.Longs open = new Column.Longs("open_micros");
  private final Column.Longs high = new Column.Longs("high_micros");
  private final Column.Longs low = new Column.Longs("low_micros");
  private final Column.Longs close = new Column.Longs("close_micros");
  private final Column.Longs volume = new Column.Longs("volume");
  private final Column.Longs vwap = new Column.Longs("vwap_micros");
  private final Column.Ints trades = new Column.Ints("trades");
  private final Column.Longs offExchange = new Column.Longs("off_exchange_volume");
  private final Column.Ints revision = new Column.Ints("revision");
  private final Batch batch =
      new Batch(
          "candles",
          List.of(
              causeSeq,
              tsNanos,
              symbol,
              logSymbol,
              interval,
              start,
              open,
              high,
              low,
              close,
              volume,
              vwap,
              trades,
              offExchange,
              revision));

  Batch batch() {
    return batch;
  }

  void add(long cause, CandleClosed c, int symbolId) {
    int row = batch.addRow();
    causeSeq.values[row] = cause;
    tsNanos.values[row] = c.tsNanos();
    symbol.values[row] = symbolId;
    logSymbol.values[row] = c.symbol();
    interval.values[row] = (byte) c.interval().ordinal();
    start.values[row] = c.startNanos();
    open.values[row] = c.openMicros();
    high.values[row] = c.highMicros();
    low.values[row] = c.lowMicros();
    close.values[row] = c.closeMicros();
    volume.values[row] = c.volume();
    vwap.values[row] = c.vwapMicros();
    trades.values[row] = c.trades();
    offExchange.values[row] = c.offExchangeVolume();
    revision.values[row] = c.revision();
  }
}
