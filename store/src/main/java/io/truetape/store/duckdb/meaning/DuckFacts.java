package io.truetape.store.duckdb.meaning;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactName;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Layout;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.RuleSet;
import io.truetape.store.query.meaning.Shape;
import io.truetape.store.query.meaning.TideMinute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conclusions out of their tables.
public final class DuckFacts implements Facts {
  private final Readers readers;

  public DuckFacts(Readers readers) {
    this.readers = readers;
  }

  @Override
  public FactPage page(FactQuery query) {
    Resource resource = query.filter().resource();
    long through = query.after().map(FactPosition::through).orElseGet(this::progress);
    FactSql sql = new FactSql(query.filter()).and("t.cause_seq <= ?", through);
    if (!query.everyRevision()) {
      sql.latest(resource.table(), through);
    }
    Layout layout = resource.layout();
    boolean ratio = layout.columns().get(layout.place(query.sort())).kind() == Shape.Kind.RATIO;
    String none = ratio ? "-1.0" : "-9223372036854775807";
    String key = "coalesce(" + sql.column(query.sort()) + ", " + none + ")";
    query.after().ifPresent(p -> sql.and(beyond(key, query.descending()), place(p, ratio)));
    String way = query.descending() ? " desc" : " asc";
    String order =
        " order by %s%s, t.seq%s, t.part%s, t.revision%s".formatted(key, way, way, way, way);
    List<Fact> found = rows(resource, sql, order, query.limit() + 1);
    if (found.size() <= query.limit()) {
      return new FactPage(found, Optional.empty());
    }
    List<Fact> page = found.subList(0, query.limit());
    FactName last = page.getLast().name();
    Object value = layout.row(page.getLast().event())[layout.place(query.sort())];
    long at =
        value instanceof Double d
            ? Double.doubleToLongBits(d)
            : value instanceof Long n ? n : ratio ? Double.doubleToLongBits(-1.0) : -Long.MAX_VALUE;
    return new FactPage(
        page, Optional.of(new FactPosition(at, last.seq(), last.part(), last.revision(), through)));
  }

  /// After a position in the order key, seq, part, revision.
  private static String beyond(String key, boolean descending) {
    String c = descending ? "<" : ">";
    return ("(%s %s ? or (%s = ? and (t.seq %s ? or (t.seq = ? and (t.part %s ? or (t.part = ?"
            + " and t.revision %s ?))))))")
        .formatted(key, c, key, c, c, c);
  }

  private static Object[] place(FactPosition p, boolean ratio) {
    Object key = ratio ? (Object) Double.longBitsToDouble(p.key()) : (Object) p.key();
    return new Object[] {key, key, p.seq(), p.seq(), p.part(), p.part(), p.revision()};
  }

  @Override
  public List<Fact> named(Resource resource, long seq) {
    FactSql sql =
        new FactSql(FactFilter.everything(resource))
            .and("t.seq = ?", seq)
            .latest(resource.table(), Long.MAX_VALUE);
    return rows(resource, sql, " order by t.cause_seq desc", 100);
  }

  @Override
  public List<Fact> revisions(Resource resource, long seq) {
    FactSql sql = new FactSql(FactFilter.everything(resource)).and("t.seq = ?", seq);
    return rows(resource, sql, " order by t.cause_seq desc", 100);
  }

  @Override
  public List<Fact> causedAfter(FactFilter filter, long afterCauseSeq, int limit) {
    FactSql sql = new FactSql(filter).and("t.cause_seq > ?", afterCauseSeq);
    return rows(filter.resource(), sql, " order by t.cause_seq, t.seq, t.revision", limit);
  }

  @Override
  public Optional<Fact> asOf(Resource resource, String symbol, long atNanos) {
    FactSql sql =
        new FactSql(
                new FactFilter(
                    resource, List.of(new FactCondition.OneOf("underlying", List.of(symbol)))))
            .and("t.ts_nanos <= ?", atNanos);
    return rows(resource, sql, " order by t.ts_nanos desc, t.cause_seq desc", 1).stream()
        .findFirst();
  }

  @Override
  public List<TideMinute> tide(List<String> symbols, long fromNanos, long toNanos, int limit) {
    return readers.ask(c -> TideSum.of(c, symbols, fromNanos, toNanos, limit));
  }

  /// Finds the rows by narrow columns first; only theirs are read whole.
  private List<Fact> rows(Resource resource, FactSql filter, String order, int limit) {
    String text =
        ("select * from %1$s t where t.rowid in"
                + " (select t.rowid from %1$s t where %2$s%3$s limit %4$d)%3$s")
            .formatted(resource.table(), filter.where(), order, limit);
    return readers.ask(
        connection -> {
          List<Fact> out = new ArrayList<>();
          try (PreparedStatement sql = connection.prepareStatement(text)) {
            filter.bind(sql);
            try (ResultSet r = sql.executeQuery()) {
              while (r.next()) {
                out.add(fact(resource, r));
              }
            }
          }
          return out;
        });
  }

  private static Fact fact(Resource resource, ResultSet r) throws SQLException {
    Layout layout = resource.layout();
    List<Layout.Column> columns = layout.columns();
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = value(r, i + 2, columns.get(i).kind());
    }
    return new Fact(resource, r.getLong(1), layout.event(row));
  }

  private static @Nullable Object value(ResultSet r, int at, Shape.Kind kind) throws SQLException {
    Object value =
        switch (kind) {
          case WHOLE -> r.getLong(at);
          case RATIO -> r.getDouble(at);
          case TRUTH -> r.getBoolean(at);
          case TEXT, LIST -> r.getString(at);
        };
    return r.wasNull() ? null : value;
  }

  @Override
  public List<RuleSet> ruleSets() {
    return readers.ask(
        connection -> {
          List<RuleSet> out = new ArrayList<>();
          try (PreparedStatement sql =
                  connection.prepareStatement(
                      "select cause_seq, ts_nanos, name, version, sha256, content from rule_sets"
                          + " order by cause_seq limit 1000");
              ResultSet r = sql.executeQuery()) {
            while (r.next()) {
              out.add(
                  new RuleSet(
                      r.getLong(1),
                      new RulesActivated(
                          r.getLong(2),
                          r.getString(3),
                          r.getString(4),
                          r.getString(5),
                          r.getString(6),
                          values(connection, r.getLong(1)))));
            }
          }
          return out;
        });
  }

  private static List<RuleValue> values(Connection connection, long seq) throws SQLException {
    List<RuleValue> out = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select key, value from rule_values where cause_seq = ? order by place")) {
      sql.setLong(1, seq);
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          out.add(new RuleValue(r.getString(1), r.getString(2)));
        }
      }
    }
    return out;
  }

  @Override
  public long progress() {
    return readers.ask(
        connection -> {
          try (PreparedStatement sql =
                  connection.prepareStatement("select facts_through_seq from progress");
              ResultSet r = sql.executeQuery()) {
            return r.next() ? r.getLong(1) : 0L;
          }
        });
  }
}
