package io.truetape.store.duckdb.meaning;

import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.TideMinute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Flow minutes of many symbols added up per minute, and along each New York day.
final class TideSum {
  private TideSum() {}

  static List<TideMinute> of(
      Connection connection, List<String> symbols, long fromNanos, long toNanos, int limit)
      throws SQLException {
    FactFilter filter =
        symbols.isEmpty()
            ? FactFilter.everything(Resource.TIDE)
            : new FactFilter(Resource.TIDE, List.of(new FactCondition.SymbolIn(symbols)));
    FactSql sums = new FactSql(filter).latest("tide", Long.MAX_VALUE);
    String text =
        """
        select * from (
          select *, sum(c - p) over day as s, sum(wc - wp) over day as w from (
            select start_nanos, count(*), sum(prints)::bigint, sum(call_volume)::bigint,
              sum(put_volume)::bigint, sum(call_premium_micros)::bigint,
              sum(put_premium_micros)::bigint, sum(unclassified_micros)::bigint,
              sum(signed_call_micros)::bigint c, sum(signed_put_micros)::bigint p,
              sum(weighted_call_micros)::bigint wc, sum(weighted_put_micros)::bigint wp,
              min(session_day) as d
            from tide t where %s group by start_nanos)
          window day as (partition by d order by start_nanos rows unbounded preceding))
        where start_nanos between %d and %d order by start_nanos desc limit %d"""
            .formatted(sums.where(), fromNanos, toNanos - 1, limit);
    List<TideMinute> out = new ArrayList<>();
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      sums.bind(sql);
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          out.add(minute(r));
        }
      }
    }
    return out.reversed();
  }

  private static TideMinute minute(ResultSet r) throws SQLException {
    return new TideMinute(
        r.getLong(1),
        r.getInt(2),
        r.getLong(3),
        r.getLong(4),
        r.getLong(5),
        r.getLong(6),
        r.getLong(7),
        r.getLong(8),
        r.getLong(9),
        r.getLong(10),
        r.getLong(11),
        r.getLong(12),
        r.getLong(14),
        r.getLong(15));
  }
}
