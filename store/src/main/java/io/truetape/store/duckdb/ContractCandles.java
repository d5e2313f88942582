package io.truetape.store.duckdb;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.market.Chip;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Candles of option contracts, added up from `flow` when somebody asks: cancelled prints left out,
/// prices from prints that may set the last, volume from prints that count for it.
final class ContractCandles {
  private final SessionClock clock = SessionClock.standard();
  private final Readers readers;
  private final Dictionary dictionary;

  ContractCandles(Readers readers, Dictionary dictionary) {
    this.readers = readers;
    this.dictionary = dictionary;
  }

  List<CandleClosed> between(
      Contract contract, CandleInterval interval, long fromNanos, long toNanos, int limit) {
    boolean daily = interval == CandleInterval.D1;
    SqlFilter filter =
        new SqlFilter(new FlowFilter(List.of(Condition.OfContract.of(contract))), dictionary)
            .and("(chips & ?) = 0", Chip.CANCELLED.bit());
    String bucket =
        daily ? "session_day::bigint" : "ts_nanos - ts_nanos %% %d".formatted(interval.nanos());
    String price = " filter (" + letters(SaleCondition::updatesLast) + ")";
    String volume = " filter (" + letters(SaleCondition::countsForVolume) + ")";
    if (daily) {
      filter.and("session_day >= ? and session_day < ?", day(fromNanos), day(toNanos));
    } else {
      filter.and("ts_nanos >= ? and ts_nanos < ?", ceiling(fromNanos, interval), toNanos);
    }
    String text =
        "select "
            + bucket
            + " as bucket, first(price_micros order by ts_nanos, seq)"
            + price
            + ", max(price_micros)"
            + price
            + ", min(price_micros)"
            + price
            + ", last(price_micros order by ts_nanos, seq)"
            + price
            + ", coalesce(sum(size)"
            + volume
            + ", 0)::bigint, round(sum(price_micros * size)"
            + volume
            + " / sum(size)"
            + volume
            + ")::bigint, count(*)"
            + volume
            + " from flow where "
            + filter.where()
            + " group by bucket order by bucket desc limit "
            + limit;
    return readers.ask(
        connection -> {
          List<CandleClosed> found = new ArrayList<>();
          try (PreparedStatement sql = connection.prepareStatement(text)) {
            filter.bind(sql);
            try (ResultSet r = sql.executeQuery()) {
              while (r.next()) {
                found.add(candle(r, contract, interval));
              }
            }
          }
          return priced(found.reversed());
        });
  }

  private CandleClosed candle(ResultSet r, Contract contract, CandleInterval interval)
      throws SQLException {
    long start =
        interval == CandleInterval.D1
            ? clock.at(LocalDate.ofEpochDay(r.getLong(1)), LocalTime.MIDNIGHT)
            : r.getLong(1);
    long end =
        interval == CandleInterval.D1
            ? clock.at(LocalDate.ofEpochDay(r.getLong(1) + 1), LocalTime.MIDNIGHT)
            : start + interval.nanos();
    return new CandleClosed(
        end,
        0,
        Osi.unpadded(contract),
        interval,
        start,
        r.getLong(2),
        r.getLong(3),
        r.getLong(4),
        r.getLong(5),
        r.getLong(6),
        r.getLong(7),
        r.getInt(8),
        0,
        0);
  }

  /// A candle without a price that counts stands at the last close; before the first there is none.
  private static List<CandleClosed> priced(List<CandleClosed> found) {
    List<CandleClosed> out = new ArrayList<>();
    for (CandleClosed c : found) {
      if (c.closeMicros() > 0) {
        out.add(c);
      } else if (!out.isEmpty() && c.volume() > 0) {
        long last = out.getLast().closeMicros();
        out.add(
            new CandleClosed(
                c.tsNanos(),
                c.symbol(),
                c.symbolText(),
                c.interval(),
                c.startNanos(),
                last,
                last,
                last,
                last,
                c.volume(),
                c.vwapMicros(),
                c.trades(),
                0,
                0));
      }
    }
    return List.copyOf(out);
  }

  /// The first start at or after `nanos`; a time before 1970 is 1970.
  private static long ceiling(long nanos, CandleInterval interval) {
    long step = interval.nanos();
    return Math.max(0, Math.floorDiv(nanos, step) * step + (nanos % step == 0 ? 0 : step));
  }

  /// The first New York day that starts at or after `nanos`.
  private int day(long nanos) {
    if (nanos <= 0) {
      return 0;
    }
    if (nanos == Long.MAX_VALUE) {
      return Integer.MAX_VALUE;
    }
    LocalDate date = clock.dateAt(nanos);
    boolean midnight = clock.at(date, LocalTime.MIDNIGHT) == nanos;
    return (int) date.toEpochDay() + (midnight ? 0 : 1);
  }

  /// The sale conditions of which `rule` holds, unknown ones by what it says of those.
  private static String letters(Predicate<SaleCondition> rule) {
    boolean unknown = rule.test(SaleCondition.UNKNOWN);
    String listed =
        Stream.of(SaleCondition.values())
            .filter(c -> c != SaleCondition.UNKNOWN && rule.test(c) != unknown)
            .map(c -> Integer.toString(c.letter()))
            .collect(Collectors.joining(", "));
    return "condition_code " + (unknown ? "not in (" : "in (") + listed + ")";
  }
}
