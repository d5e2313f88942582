package io.truetape.store.duckdb;

import io.truetape.store.duckdb.link.Faults;
import io.truetape.store.duckdb.link.Readers;
import io.truetape.store.duckdb.meaning.DuckFacts;
import io.truetape.store.query.Candles;
import io.truetape.store.query.Exports;
import io.truetape.store.query.Prints;
import io.truetape.store.query.Sessions;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// `store.duckdb`, opened once per process and owned by this object.
///
/// Readers work on duplicates of the owner's connection, at most [Readers#LIMIT] at a time. DuckDB
/// may touch no file but its own and those under the plan's export folder.
public final class DuckStore implements AutoCloseable {
  private final DuckDBConnection owner;
  private final Dictionary dictionary = new Dictionary();
  private final Readers readers;
  private @Nullable DuckWriter writer;

  private DuckStore(DuckDBConnection owner) {
    this.owner = owner;
    this.readers = new Readers(owner);
  }

  /// Opens or creates the store; a [StoreFault] says when another process has it.
  public static DuckStore open(StorePlan plan) {
    Path file = plan.directory().resolve("store.duckdb").toAbsolutePath();
    try {
      Files.createDirectories(plan.directory());
      Files.createDirectories(plan.exportDirectory());
      DuckStore store = new DuckStore(connect(file, plan));
      Schema.prepare(store.owner, file.toString());
      store.dictionary.load(store.owner);
      return store;
    } catch (IOException | SQLException e) {
      throw Faults.opening(file, e);
    }
  }

  private static DuckDBConnection connect(Path file, StorePlan plan) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(plan.threads()));
    settings.setProperty("memory_limit", plan.memoryMegabytes() + "MB");
    DuckDBConnection owner =
        DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
    String exports = plan.exportDirectory().toAbsolutePath().toString().replace("'", "''");
    try (Statement sql = owner.createStatement()) {
      sql.execute("set wal_autocheckpoint = '128MB'");
      sql.execute("set late_materialization_max_rows = 1000");
      sql.execute("set autoinstall_known_extensions = false");
      sql.execute("set autoload_known_extensions = false");
      sql.execute("set allowed_directories = ['" + exports + "']");
      sql.execute("set enable_external_access = false");
      sql.execute("set lock_configuration = true");
    }
    return owner;
  }

  /// The one writer; a second call gives the same one.
  public synchronized DuckWriter writer() {
    return writer(DuckWriter.Pace.LIVE);
  }

  /// The one writer, in transactions of 100,000 rows: for a replay as fast as possible.
  public synchronized DuckWriter bulkWriter() {
    return writer(DuckWriter.Pace.BULK);
  }

  private DuckWriter writer(DuckWriter.Pace pace) {
    if (writer == null) {
      try {
        writer = new DuckWriter(owner.duplicate(), dictionary, progress(), pace);
      } catch (SQLException e) {
        throw new StoreFault("cannot start the writer: " + e.getMessage(), e);
      }
    }
    return writer;
  }

  public Prints prints() {
    return new DuckPrints(readers, dictionary);
  }

  public Candles candles() {
    return new DuckCandles(readers, dictionary);
  }

  public Facts facts() {
    return new DuckFacts(readers);
  }

  public Sessions sessions() {
    return new DuckDays(readers);
  }

  public Exports exports() {
    return new DuckDays(readers);
  }

  private DuckWriter.Marks progress() throws SQLException {
    try (Statement sql = owner.createStatement();
        ResultSet rows = sql.executeQuery("select through_seq, facts_through_seq from progress")) {
      return rows.next()
          ? new DuckWriter.Marks(rows.getLong(1), rows.getLong(2))
          : new DuckWriter.Marks(0, 0);
    }
  }

  /// Commits what the writer holds, then closes everything.
  @Override
  public synchronized void close() {
    try (owner;
        readers) {
      if (writer != null) {
        writer.close();
      }
    } catch (SQLException e) {
      throw new StoreFault("closing the store: " + e.getMessage(), e);
    }
  }
}
