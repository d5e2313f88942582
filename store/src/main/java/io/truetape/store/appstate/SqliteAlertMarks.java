package io.truetape.store.appstate;

import io.truetape.model.text.BadInput;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.AlertMark;
import io.truetape.store.query.meaning.AlertMarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Marks on alerts in `state.sqlite`, per session; every change durable before it is answered.
///
/// All marks of the session are also in memory, so that asking costs nothing.
public final class SqliteAlertMarks implements AlertMarks, AutoCloseable {
  private static final int LIMIT = 100_000;
  private final Connection connection;
  private final String session;
  private final Map<String, AlertMark> marks = new ConcurrentHashMap<>();

  private SqliteAlertMarks(Connection connection, String session) {
    this.connection = connection;
    this.session = session;
  }

  /// Opens or creates `<directory>/state.sqlite`; `session` names the log the alerts come from.
  public static SqliteAlertMarks open(Path directory, String session) {
    Path file = directory.resolve("state.sqlite");
    try {
      Files.createDirectories(directory);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement sql = connection.createStatement()) {
        sql.execute("pragma journal_mode = wal");
        sql.execute("pragma synchronous = full");
        sql.execute("pragma busy_timeout = 5000");
        sql.execute(
            "create table if not exists marked_alerts(session text not null, alert text not null,"
                + " acked_nanos integer not null, muted_until_nanos integer not null,"
                + " primary key (session, alert))");
      }
      SqliteAlertMarks opened = new SqliteAlertMarks(connection, session);
      opened.load();
      return opened;
    } catch (IOException | SQLException e) {
      throw new StoreFault("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  private void load() throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select alert, acked_nanos, muted_until_nanos from marked_alerts where session = ?")) {
      sql.setString(1, session);
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          AlertMark mark = new AlertMark(r.getString(1), r.getLong(2), r.getLong(3));
          marks.put(mark.alert(), mark);
        }
      }
    }
  }

  @Override
  public AlertMark of(String alert) {
    AlertMark mark = marks.get(alert);
    return mark == null ? AlertMark.none(alert) : mark;
  }

  @Override
  public synchronized AlertMark acknowledge(String alert, long atNanos) {
    return keep(new AlertMark(alert, atNanos, of(alert).mutedUntilNanos()));
  }

  @Override
  public synchronized AlertMark mute(String alert, long untilNanos) {
    return keep(new AlertMark(alert, of(alert).ackedNanos(), untilNanos));
  }

  private AlertMark keep(AlertMark mark) {
    if (marks.size() >= LIMIT && !marks.containsKey(mark.alert())) {
      throw new BadInput("there are " + LIMIT + " marked alerts already, the most there may be");
    }
    try (PreparedStatement sql =
        connection.prepareStatement("insert or replace into marked_alerts values (?, ?, ?, ?)")) {
      sql.setString(1, session);
      sql.setString(2, mark.alert());
      sql.setLong(3, mark.ackedNanos());
      sql.setLong(4, mark.mutedUntilNanos());
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFault("alert marks: " + e.getMessage(), e);
    }
    marks.put(mark.alert(), mark);
    return mark;
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFault("closing the alert marks: " + e.getMessage(), e);
    }
  }
}
