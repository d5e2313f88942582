package io.truetape.store.duckdb;

import io.truetape.model.market.Chip;
import io.truetape.store.duckdb.link.Faults;
import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.FlowSummary;
import io.truetape.store.query.Position;
import io.truetape.store.query.PrintPage;
import io.truetape.store.query.Prints;
import io.truetape.store.query.Prints.FacetCount;
import io.truetape.store.query.StoredPrint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Prints out of table `flow`.
final class DuckPrints implements Prints {
  private final Readers readers;
  private final Dictionary dictionary;

  DuckPrints(Readers readers, Dictionary dictionary) {
    this.readers = readers;
    this.dictionary = dictionary;
  }

  @Override
  public PrintPage page(FlowQuery query) {
    SqlFilter filter = new SqlFilter(query.filter(), dictionary);
    String key = keyOf(query.sort());
    String compare = query.descending() ? " < " : " > ";
    query
        .after()
        .ifPresent(
            p -> {
              Object at =
                  query.sort() == FlowSort.SIG_SCORE
                      ? (Object) Double.longBitsToDouble(p.key())
                      : (Object) p.key();
              filter.and(
                  "(%s %s ? or (%s = ? and seq %s ?))".formatted(key, compare, key, compare),
                  at,
                  at,
                  p.seq());
            });
    String direction = query.descending() ? " desc" : " asc";
    List<StoredPrint> found =
        rows(filter, " order by " + key + direction + ", seq" + direction, query.limit() + 1);
    if (found.size() <= query.limit()) {
      return new PrintPage(found, Optional.empty());
    }
    List<StoredPrint> page = found.subList(0, query.limit());
    StoredPrint last = page.getLast();
    return new PrintPage(
        page, Optional.of(new Position(query.sort().keyOf(last.print()), last.print().printSeq())));
  }

  private static String keyOf(FlowSort sort) {
    return switch (sort) {
      case TIME -> "ts_nanos";
      case PREMIUM -> "premium_micros";
      case SIZE -> "size";
      case SIG_SCORE -> "coalesce(sig_score, -1.0)";
    };
  }

  @Override
  public Optional<StoredPrint> byId(long printSeq) {
    SqlFilter filter = new SqlFilter(FlowFilter.everything(), dictionary).and("seq = ?", printSeq);
    return rows(filter, "", 1).stream().findFirst();
  }

  @Override
  public List<StoredPrint> byIds(List<Long> printSeqs) {
    if (printSeqs.isEmpty()) {
      return List.of();
    }
    String marks = String.join(", ", Collections.nCopies(printSeqs.size(), "?"));
    SqlFilter filter =
        new SqlFilter(FlowFilter.everything(), dictionary)
            .and("seq in (" + marks + ")", printSeqs.toArray());
    return rows(filter, " order by seq", FlowQuery.MAX_LIMIT);
  }

  @Override
  public List<StoredPrint> causedWithin(
      FlowFilter wanted, long afterCauseSeq, long throughCauseSeq, int limit) {
    SqlFilter filter =
        new SqlFilter(wanted, dictionary)
            .and("cause_seq > ? and cause_seq <= ?", afterCauseSeq, throughCauseSeq);
    return rows(filter, " order by cause_seq, seq", limit);
  }

  private List<StoredPrint> rows(SqlFilter filter, String order, int limit) {
    String text = "select * from flow where " + filter.where() + order + " limit " + limit;
    return readers.ask(
        connection -> {
          List<StoredPrint> out = new ArrayList<>();
          boolean amended = false;
          try (PreparedStatement sql = connection.prepareStatement(text)) {
            filter.bind(sql);
            try (ResultSet found = sql.executeQuery()) {
              FlowRow row = new FlowRow(found, dictionary);
              while (found.next()) {
                StoredPrint print = row.read();
                amended |= Chip.CANCELLED.isIn(print.print().chips());
                out.add(print);
              }
            }
          }
          if (amended) {
            out.replaceAll(p -> withAmendment(connection, p));
          }
          return out;
        });
  }

  private static StoredPrint withAmendment(Connection connection, StoredPrint p) {
    if (!Chip.CANCELLED.isIn(p.print().chips())) {
      return p;
    }
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select amend_seq, reason from amendments where print_seq = ? order by amend_seq")) {
      sql.setLong(1, p.print().printSeq());
      try (ResultSet found = sql.executeQuery()) {
        return found.next()
            ? new StoredPrint(p.print(), p.causeSeq(), true, found.getLong(1), found.getString(2))
            : p;
      }
    } catch (SQLException e) {
      throw Faults.asking(e);
    }
  }

  @Override
  public FlowSummary summary(FlowFilter wanted) {
    SqlFilter filter = new SqlFilter(wanted, dictionary);
    String live = "(chips & " + Chip.CANCELLED.bit() + ") = 0";
    String sum = "coalesce(sum(premium_micros) filter (" + live + "%s), 0)::bigint";
    String text =
        "select count(*), count(*) filter (not "
            + live
            + "),"
            + " coalesce(sum(size) filter ("
            + live
            + "), 0)::bigint, "
            + sum.formatted("")
            + ", "
            + sum.formatted(" and right_code = 0")
            + ", "
            + sum.formatted(" and right_code = 1")
            + ", "
            + sum.formatted(" and side = 0")
            + ", "
            + sum.formatted(" and side = 1")
            + ", "
            + sum.formatted(" and sentiment = 0")
            + ", "
            + sum.formatted(" and sentiment = 1")
            + ", "
            + sum.formatted(" and side = 2")
            + ","
            + " coalesce(round(sum(premium_micros * (2 * p_buy - 1)) filter ("
            + live
            + ")), 0)::bigint, coalesce(min(ts_nanos), 0), coalesce(max(ts_nanos), 0)"
            + " from flow where "
            + filter.where();
    return readers.ask(
        connection -> {
          try (PreparedStatement sql = connection.prepareStatement(text)) {
            filter.bind(sql);
            try (ResultSet r = sql.executeQuery()) {
              r.next();
              return new FlowSummary(
                  r.getLong(1),
                  r.getLong(2),
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
                  r.getLong(13),
                  r.getLong(14));
            }
          }
        });
  }

  @Override
  public List<FacetCount> facets(FlowFilter filter, int perField) {
    return readers.ask(
        connection -> new FacetReader(connection, dictionary, filter, perField).read());
  }

  @Override
  public long progress() {
    return readers.ask(
        connection -> {
          try (PreparedStatement sql =
                  connection.prepareStatement("select through_seq from progress");
              ResultSet r = sql.executeQuery()) {
            return r.next() ? r.getLong(1) : 0L;
          }
        });
  }
}
