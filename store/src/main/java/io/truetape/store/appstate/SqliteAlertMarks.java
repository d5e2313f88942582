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
            "create table if not exists alert_marks(session text not null, alert_seq integer not"
                + " null, rule text not null, acked_nanos integer not null, muted_until_nanos"
                + " integer not null, primary key (session, alert_seq, rule))");
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
            "select alert_seq, rule, acked_nanos, muted_until_nanos from alert_marks"
                + " where session = ?")) {
      sql.setString(1, session);
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          AlertMark mark = new AlertMark(r.getLong(1), r.getString(2), r.getLong(3), r.getLong(4));
          marks.put(key(mark.alertSeq(), mark.rule()), mark);
        }
      }
    }
  }

  @Override
  public AlertMark of(long alertSeq, String rule) {
    AlertMark mark = marks.get(key(alertSeq, rule));
    return mark == null ? AlertMark.none(alertSeq, rule) : mark;
  }

  @Override
  public synchronized AlertMark acknowledge(long alertSeq, String rule, long atNanos) {
    return keep(new AlertMark(alertSeq, rule, atNanos, of(alertSeq, rule).mutedUntilNanos()));
  }

  @Override
  public synchronized AlertMark mute(long alertSeq, String rule, long untilNanos) {
    return keep(new AlertMark(alertSeq, rule, of(alertSeq, rule).ackedNanos(), untilNanos));
  }

  private AlertMark keep(AlertMark mark) {
    String key = key(mark.alertSeq(), mark.rule());
    if (marks.size() >= LIMIT && !marks.containsKey(key)) {
      throw new BadInput("there are " + LIMIT + " marked alerts already, the most there may be");
    }
    try (PreparedStatement sql =
        connection.prepareStatement("insert or replace into alert_marks values (?, ?, ?, ?, ?)")) {
      sql.setString(1, session);
      sql.setLong(2, mark.alertSeq());
      sql.setString(3, mark.rule());
      sql.setLong(4, mark.ackedNanos());
      sql.setLong(5, mark.mutedUntilNanos());
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFault("alert marks: " + e.getMessage(), e);
    }
    marks.put(key, mark);
    return mark;
  }

  private static String key(long alertSeq, String rule) {
    return alertSeq + " " + rule;
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
