package io.truetape.store.duckdb;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.symbol.Contract;
import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.query.Candles;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Candles out of table `candles`, the highest revision of each.
final class DuckCandles implements Candles {
  private final Readers readers;
  private final Dictionary dictionary;

  DuckCandles(Readers readers, Dictionary dictionary) {
    this.readers = readers;
    this.dictionary = dictionary;
  }

  @Override
  public List<CandleClosed> between(
      String symbol, CandleInterval interval, long fromNanos, long toNanos, int limit) {
    Optional<Integer> id = dictionary.knownSymbol(symbol);
    if (id.isEmpty()) {
      return List.of();
    }
    String text =
        "select ts_nanos, log_symbol, start_nanos, open_micros, high_micros, low_micros,"
            + " close_micros, volume, vwap_micros, trades, off_exchange_volume, revision"
            + " from candles where symbol_id = ? and interval_code = ?"
            + " and start_nanos >= ? and start_nanos < ?"
            + " qualify row_number() over (partition by start_nanos"
            + " order by revision desc, cause_seq desc) = 1"
            + " order by start_nanos desc limit "
            + limit;
    return readers.ask(
        connection -> {
          List<CandleClosed> out = new ArrayList<>();
          try (PreparedStatement sql = connection.prepareStatement(text)) {
            sql.setInt(1, id.get());
            sql.setInt(2, interval.ordinal());
            sql.setLong(3, fromNanos);
            sql.setLong(4, toNanos);
            try (ResultSet r = sql.executeQuery()) {
              while (r.next()) {
                out.add(
                    new CandleClosed(
                        r.getLong(1),
                        r.getInt(2),
                        symbol,
                        interval,
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7),
                        r.getLong(8),
                        r.getLong(9),
                        r.getInt(10),
                        r.getLong(11),
                        r.getInt(12)));
              }
            }
          }
          return out.reversed();
        });
  }

  @Override
  public List<CandleClosed> ofContract(
      Contract contract, CandleInterval interval, long fromNanos, long toNanos, int limit) {
    return new ContractCandles(readers, dictionary)
        .between(contract, interval, fromNanos, toNanos, limit);
  }

  @Override
  public List<String> symbols() {
    return readers.ask(
        connection -> {
          List<String> out = new ArrayList<>();
          try (PreparedStatement sql =
                  connection.prepareStatement(
                      "select text from symbols where id in (select symbol_id from candles)"
                          + " order by text");
              ResultSet r = sql.executeQuery()) {
            while (r.next()) {
              out.add(r.getString(1));
            }
          }
          return out;
        });
  }
}
