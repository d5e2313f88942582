package io.truetape.store.duckdb;

import io.truetape.store.duckdb.meaning.FactTables;
import io.truetape.store.query.StoreFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables of `store.duckdb`. A file of another version is refused, never changed.
final class Schema {
  static final int VERSION = 3;

  private Schema() {}

  static void prepare(Connection owner, String file) throws SQLException {
    try (Statement sql = owner.createStatement()) {
      sql.execute("create table if not exists meta(key varchar primary key, value varchar)");
      int found = version(sql);
      if (found == VERSION) {
        return;
      }
      if (found != 0) {
        throw new StoreFault(
            file
                + " has schema version "
                + found
                + ", this build reads "
                + VERSION
                + "; replay the log into a fresh folder to rebuild it");
      }
      create(sql);
    }
  }

  private static int version(Statement sql) throws SQLException {
    try (ResultSet rows = sql.executeQuery("select value from meta where key = 'schema'")) {
      return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
    }
  }

  private static void create(Statement sql) throws SQLException {
    sql.execute("begin transaction");
    sql.execute("create table flow(" + new FlowBatch().batch().ddl() + ")");
    sql.execute("create table candles(" + new CandleBatch().batch().ddl() + ")");
    sql.execute("create table symbols(id integer, text varchar)");
    sql.execute(
        "create table contracts(id integer, underlying_id integer, root_id integer,"
            + " underlying varchar, root varchar, osi varchar, right_code tinyint,"
            + " strike_micros bigint, expiry_day integer, settlement varchar, style varchar,"
            + " multiplier integer, deliverable varchar)");
    sql.execute(
        "create table amendments(cause_seq bigint, amend_seq bigint, print_seq bigint,"
            + " ts_nanos bigint, reason varchar)");
    sql.execute(
        "create table sessions(day integer primary key, name varchar, synthetic boolean,"
            + " opened_ts_nanos bigint, closed_ts_nanos bigint)");
    sql.execute(
        "create table notices(cause_seq bigint, ts_nanos bigint, kind varchar, feed varchar,"
            + " title varchar, detail varchar)");
    sql.execute("create table progress(through_seq bigint, facts_through_seq bigint)");
    sql.execute("insert into progress values (0, 0)");
    sql.execute("insert into meta values ('schema', '" + VERSION + "')");
    for (String table : FactTables.ddl()) {
      sql.execute(table);
    }
    sql.execute("create view flow_text as " + FlowText.select());
    sql.execute("commit");
  }
}
