package io.truetape.store.duckdb;

import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.query.Exports;
import io.truetape.store.query.SessionEntry;
import io.truetape.store.query.Sessions;
import io.truetape.store.query.meaning.Resource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Days out of table `sessions`, days that only have prints, and days written out as Parquet by
/// DuckDB's own writer.
final class DuckDays implements Sessions, Exports {
  private final Readers readers;

  DuckDays(Readers readers) {
    this.readers = readers;
  }

  @Override
  public List<SessionEntry> all() {
    String text =
        "select coalesce(s.day, f.day), s.name, coalesce(s.synthetic, false),"
            + " coalesce(s.opened_ts_nanos, 0), coalesce(s.closed_ts_nanos, 0),"
            + " coalesce(f.n, 0), coalesce(f.p, 0)::bigint from sessions s full join"
            + " (select session_day as day, count(*) as n, sum(premium_micros) as p from flow"
            + " group by 1) f on f.day = s.day order by 1 desc limit 10000";
    return readers.ask(
        connection -> {
          List<SessionEntry> out = new ArrayList<>();
          try (PreparedStatement sql = connection.prepareStatement(text);
              ResultSet r = sql.executeQuery()) {
            while (r.next()) {
              String name = r.getString(2);
              out.add(
                  new SessionEntry(
                      r.getInt(1),
                      name == null ? LocalDate.ofEpochDay(r.getInt(1)).toString() : name,
                      r.getBoolean(3),
                      r.getLong(4),
                      r.getLong(5),
                      r.getLong(6),
                      r.getLong(7)));
            }
          }
          return out;
        });
  }

  @Override
  public List<Integer> days() {
    return daysOf("flow");
  }

  @Override
  public List<Integer> days(Resource resource) {
    return daysOf(resource.table());
  }

  private List<Integer> daysOf(String table) {
    String text = "select distinct session_day from " + table + " order by session_day";
    return readers.ask(
        connection -> {
          List<Integer> out = new ArrayList<>();
          try (PreparedStatement sql = connection.prepareStatement(text);
              ResultSet r = sql.executeQuery()) {
            while (r.next()) {
              out.add(r.getInt(1));
            }
          }
          return out;
        });
  }

  @Override
  public long writeFlow(int day, Path file) {
    return copy("flow_text where session_day = " + day + " order by seq", file);
  }

  @Override
  public long write(Resource resource, int day, Path file) {
    String order = " order by cause_seq, seq, part, revision";
    return copy(resource.table() + " where session_day = " + day + order, file);
  }

  /// COPY takes no parameters: the day is a number, the table and the path ours, quoted.
  private long copy(String rows, Path file) {
    String target = file.toAbsolutePath().toString().replace("'", "''");
    String text =
        "copy (select * from "
            + rows
            + ") to '"
            + target
            + "' (format parquet, compression zstd, row_group_size 122880)";
    return readers.ask(
        connection -> {
          try (Statement sql = connection.createStatement()) {
            return (long) sql.executeUpdate(text);
          }
        });
  }
}
