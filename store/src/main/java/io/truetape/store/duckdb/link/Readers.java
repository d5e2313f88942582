package io.truetape.store.duckdb.link;

import io.truetape.store.query.StoreFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;

/// Connections for queries: at most [#LIMIT] at work; further callers wait up to 10 s.
public final class Readers implements AutoCloseable {
  public static final int LIMIT = 8;
  private final DuckDBConnection owner;
  private final Semaphore room = new Semaphore(LIMIT, true);
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(LIMIT);

  public Readers(DuckDBConnection owner) {
    this.owner = owner;
  }

  /// What is asked of a connection.
  @FunctionalInterface
  public interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// Runs a question on a connection of its own.
  public <T> T ask(Question<T> question) {
    enter();
    Connection connection = null;
    try {
      connection = idle.poll();
      if (connection == null) {
        connection = owner.duplicate();
      }
      T answer = question.ask(connection);
      idle.add(connection);
      return answer;
    } catch (SQLException e) {
      discard(connection);
      throw Faults.asking(e);
    } finally {
      room.release();
    }
  }

  private void enter() {
    try {
      if (!room.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new StoreFault("the store is busy: " + LIMIT + " queries have been running for 10 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFault("interrupted while waiting for the store", e);
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw Faults.asking(e);
      }
    }
  }

  @Override
  public void close() {
    for (Connection c = idle.poll(); c != null; c = idle.poll()) {
      discard(c);
    }
  }
}
