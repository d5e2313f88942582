package io.truetape.store.appstate;

import io.truetape.model.text.BadInput;
import io.truetape.store.query.Preset;
import io.truetape.store.query.Presets;
import io.truetape.store.query.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Presets in `state.sqlite`: write-ahead journal, every change durable before it is answered.
public final class SqlitePresets implements Presets, AutoCloseable {
  private static final int LIMIT = 1_000;
  private final Connection connection;

  private SqlitePresets(Connection connection) {
    this.connection = connection;
  }

  /// Opens or creates `<directory>/state.sqlite`.
  public static SqlitePresets open(Path directory) {
    Path file = directory.resolve("state.sqlite");
    try {
      Files.createDirectories(directory);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement sql = connection.createStatement()) {
        sql.execute("pragma journal_mode = wal");
        sql.execute("pragma synchronous = full");
        sql.execute("pragma busy_timeout = 5000");
        sql.execute(
            "create table if not exists presets(id integer primary key autoincrement,"
                + " name text not null unique, query text not null, version integer not null,"
                + " changed_ts_nanos integer not null)");
      }
      return new SqlitePresets(connection);
    } catch (IOException | SQLException e) {
      throw new StoreFault("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized List<Preset> all() {
    return select("order by name", List.of());
  }

  @Override
  public synchronized Optional<Preset> byId(long id) {
    return select("where id = ?", List.of(id)).stream().findFirst();
  }

  @Override
  public synchronized Preset create(String name, String query, long nowNanos) {
    if (!select("where name = ?", List.of(name)).isEmpty()) {
      throw new BadInput("a preset named \"" + name + "\" exists already");
    }
    if (all().size() >= LIMIT) {
      throw new BadInput("there are " + LIMIT + " presets already, the most there may be");
    }
    run(
        "insert into presets(name, query, version, changed_ts_nanos) values (?, ?, 1, ?)",
        List.of(name, query, nowNanos));
    return select("where name = ?", List.of(name)).getFirst();
  }

  @Override
  public synchronized Optional<Preset> update(
      long id, int expectedVersion, String name, String query, long nowNanos) {
    List<Preset> taken = select("where name = ? and id <> ?", List.of(name, id));
    if (!taken.isEmpty()) {
      throw new BadInput("a preset named \"" + name + "\" exists already");
    }
    int changed =
        run(
            "update presets set name = ?, query = ?, version = version + 1, changed_ts_nanos = ?"
                + " where id = ? and version = ?",
            List.of(name, query, nowNanos, id, expectedVersion));
    return changed == 0 ? Optional.empty() : byId(id);
  }

  @Override
  public synchronized boolean delete(long id) {
    return run("delete from presets where id = ?", List.of(id)) > 0;
  }

  private List<Preset> select(String rest, List<Object> values) {
    String text = "select id, name, query, version, changed_ts_nanos from presets " + rest;
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      bind(sql, values);
      List<Preset> out = new ArrayList<>();
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          out.add(
              new Preset(r.getLong(1), r.getString(2), r.getString(3), r.getInt(4), r.getLong(5)));
        }
      }
      return out;
    } catch (SQLException e) {
      throw new StoreFault("presets: " + e.getMessage(), e);
    }
  }

  private int run(String text, List<Object> values) {
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      bind(sql, values);
      return sql.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFault("presets: " + e.getMessage(), e);
    }
  }

  private static void bind(PreparedStatement sql, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      sql.setObject(i + 1, values.get(i));
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFault("closing the presets: " + e.getMessage(), e);
    }
  }
}
