package io.truetape.store.duckdb;

import io.truetape.model.event.Event;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.market.Chip;
import io.truetape.store.duckdb.column.BatchFunction;
import io.truetape.store.duckdb.meaning.FactTables;
import io.truetape.store.query.meaning.RuleSet;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// One commit: rows, new names, amendments, sessions, notices and the progress mark, or nothing.
final class Transaction implements AutoCloseable {
  /// Refused inputs kept per commit; the log has them all.
  private static final int MAX_REJECTED = 1_000;

  private final DuckDBConnection connection;
  private final Dictionary dictionary;
  private final BatchFunction flow;
  private final BatchFunction candles;
  private final FactTables facts;

  Transaction(DuckDBConnection connection, Dictionary dictionary) throws SQLException {
    this.connection = connection;
    this.dictionary = dictionary;
    flow = BatchFunction.register(connection, new FlowBatch().batch());
    candles = BatchFunction.register(connection, new CandleBatch().batch());
    facts = new FactTables(connection);
    connection.setAutoCommit(false);
  }

  void commit(Pending batch, Dictionary.Additions additions, DuckWriter.Marks marks)
      throws SQLException {
    boolean done = false;
    try {
      dictionary.store(connection, additions);
      flow.insert(connection, batch.flow.batch());
      candles.insert(connection, batch.candles.batch());
      facts.insert(connection, batch.facts);
      rare(batch);
      try (PreparedStatement sql =
          connection.prepareStatement(
              "update progress set through_seq = ?, facts_through_seq = ?")) {
        sql.setLong(1, marks.rows());
        sql.setLong(2, marks.facts());
        sql.executeUpdate();
      }
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  private void rare(Pending batch) throws SQLException {
    int rejected = 0;
    long firstAmended = Long.MAX_VALUE;
    for (Pending.Rare rare : batch.rare) {
      if (rare.event() instanceof Rejected && ++rejected > MAX_REJECTED) {
        continue;
      }
      if (rare.event() instanceof Amended) {
        firstAmended = Math.min(firstAmended, rare.causeSeq());
      }
      store(rare.causeSeq(), rare.event());
    }
    if (firstAmended != Long.MAX_VALUE) {
      markCancelled(firstAmended);
    }
  }

  private void markCancelled(long fromCauseSeq) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "update flow set chips = chips | ? where seq in"
                + " (select print_seq from amendments where cause_seq >= ?)")) {
      sql.setLong(1, Chip.CANCELLED.bit());
      sql.setLong(2, fromCauseSeq);
      sql.executeUpdate();
    }
  }

  private void store(long seq, Event event) throws SQLException {
    switch (event) {
      case Amended a ->
          run(
              "insert into amendments values (?, ?, ?, ?, ?)",
              seq,
              a.amendSeq(),
              a.printSeq(),
              a.tsNanos(),
              a.reason());
      case SessionOpened s ->
          run(
              "insert or replace into sessions values (?, ?, ?, ?, 0)",
              s.day(),
              s.name(),
              s.synthetic(),
              s.tsNanos());
      case SessionClosed s ->
          run("update sessions set closed_ts_nanos = ? where day = ?", s.tsNanos(), s.day());
      case FeedStatus f -> notice(seq, event, f.feed().text(), f.state().name(), f.detail());
      case Gap g -> notice(seq, event, g.feed().text(), g.reason(), Long.toString(g.count()));
      case Rejected r -> notice(seq, event, r.feed().text(), r.reason(), r.excerpt());
      case NewsStory n -> notice(seq, event, n.feed().text(), n.headline(), n.body());
      case RulesActivated r -> {
        notice(seq, event, "engine", r.name() + " " + r.version(), r.sha256());
        facts.keep(connection, new RuleSet(seq, r));
      }
      // The writer keeps no other kinds.
      default -> throw new AssertionError("not a rare event: " + event.kind());
    }
  }

  private void notice(long seq, Event event, String feed, String title, String detail)
      throws SQLException {
    run(
        "insert into notices values (?, ?, ?, ?, ?, ?)",
        seq,
        event.tsNanos(),
        event.kind().text(),
        feed,
        title,
        detail);
  }

  private void run(String text, Object... values) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      sql.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
