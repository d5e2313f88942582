package io.truetape.store.duckdb.meaning;

import io.truetape.model.event.control.RuleValue;
import io.truetape.store.duckdb.column.BatchFunction;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.RuleSet;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// All tables of conclusions, as the writer's transaction fills them. The writer's thread only.
public final class FactTables {
  private final Map<Resource, FactTable> tables = new EnumMap<>(Resource.class);
  private final Map<Resource, BatchFunction> functions = new EnumMap<>(Resource.class);

  public FactTables(DuckDBConnection connection) throws SQLException {
    for (Resource resource : Resource.values()) {
      FactTable table = new FactTable(resource);
      tables.put(resource, table);
      functions.put(resource, BatchFunction.register(connection, table.batch()));
    }
  }

  /// `create table` of every table.
  public static List<String> ddl() {
    List<String> out = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      String columns = new FactTable(resource).batch().ddl();
      out.add("create table " + resource.table() + "(" + columns + ")");
    }
    out.add(
        "create table rule_sets(cause_seq bigint, ts_nanos bigint, name varchar, version varchar,"
            + " sha256 varchar, content varchar)");
    out.add(
        "create table rule_values(cause_seq bigint, place integer, key varchar, value varchar)");
    return out;
  }

  /// Adds conclusions to their tables; the caller commits.
  public void insert(DuckDBConnection connection, List<Fact> facts) throws SQLException {
    for (Fact fact : facts) {
      table(fact.resource()).add(fact);
    }
    for (Map.Entry<Resource, BatchFunction> entry : functions.entrySet()) {
      FactTable table = table(entry.getKey());
      try {
        entry.getValue().insert(connection, table.batch());
      } finally {
        table.batch().clear();
      }
    }
  }

  private FactTable table(Resource resource) {
    return java.util.Objects.requireNonNull(tables.get(resource));
  }

  /// Adds a rule set and what it says; the caller commits.
  public void keep(DuckDBConnection connection, RuleSet set) throws SQLException {
    run(
        connection,
        "insert into rule_sets values (?, ?, ?, ?, ?, ?)",
        set.seq(),
        set.rules().tsNanos(),
        set.rules().name(),
        set.rules().version(),
        set.rules().sha256(),
        set.rules().content());
    int place = 0;
    for (RuleValue value : set.rules().values()) {
      run(
          connection,
          "insert into rule_values values (?, ?, ?, ?)",
          set.seq(),
          place++,
          value.key(),
          value.value());
    }
  }

  private static void run(DuckDBConnection connection, String text, Object... values)
      throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      sql.executeUpdate();
    }
  }
}
