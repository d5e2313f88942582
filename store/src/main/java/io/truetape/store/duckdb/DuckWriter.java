package io.truetape.store.duckdb;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.Rejected;
import io.truetape.store.duckdb.link.Faults;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Resource;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes finished events to the store, each exactly once.
///
/// One transaction holds whole log entries only and moves `progress` with them, so after a crash
/// the log is replayed from [#resumeSeq] and what comes again below it is dropped. A transaction
/// starts when the last one is done and 5,000 rows are waiting or the oldest waited 150 ms; behind
/// a fast run it grows to 122,880 rows, and then [#accept] waits.
///
/// Conclusions go into many wide tables, each with a fixed cost per transaction, so they are
/// written about once a second with a mark of their own; what a run replays is kept by the mark of
/// its kind.
public final class DuckWriter implements EventSink, AutoCloseable {
  private static final long IDLE_NANOS = 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Dictionary dictionary;
  private final Transaction transaction;
  private final Pace pace;
  private final Thread thread;
  private final Marks start;
  private Pending filling = new Pending();
  private Pending spare = new Pending();
  private long lastSeq;
  private Marks committed;
  private long oldestNanos;
  private long factsSinceNanos;
  private boolean committing;
  private boolean closing;
  private boolean flushing;
  private boolean woken;
  private @Nullable StoreFault fault;

  /// When a transaction is worth starting: this many rows wait, or the oldest waited this long.
  record Pace(int rows, long patienceNanos, int facts, long factPatienceNanos) {
    /// Rows are visible within a quarter of a second.
    static final Pace LIVE = new Pace(5_000, 150_000_000L, 10_000, 1_000_000_000L);

    /// Nobody is watching: fewer, larger transactions.
    static final Pace BULK = new Pace(100_000, 2_000_000_000L, 40_000, 2_000_000_000L);
  }

  /// How far each kind of row is on disk.
  record Marks(long rows, long facts) {
    long both() {
      return Math.min(rows, facts);
    }
  }

  DuckWriter(DuckDBConnection connection, Dictionary dictionary, Marks start, Pace pace)
      throws SQLException {
    this.pace = pace;
    this.dictionary = dictionary;
    this.transaction = new Transaction(connection, dictionary);
    this.start = start;
    this.lastSeq = start.both();
    this.committed = start;
    filling.through = start.both();
    thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::run);
  }

  /// The first log position this store has not fully seen: replay from here.
  public long resumeSeq() {
    return start.both() + 1;
  }

  /// Everything caused by a seq up to this one is on disk.
  public long committedThrough() {
    lock.lock();
    try {
      return committed.both();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void accept(long seq, Event event) {
    if (seq <= start.both()) {
      return;
    }
    lock.lock();
    try {
      if (seq > lastSeq) {
        filling.complete(seq - 1);
        lastSeq = seq;
      }
      awaitRoom();
      keep(seq, event);
      wakeWriter();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void handedOver(long seq) {
    if (seq <= start.both()) {
      return;
    }
    lock.lock();
    try {
      check();
      filling.complete(seq);
      lastSeq = Math.max(lastSeq, seq);
      wakeWriter();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all complete entries are committed.
  public void flush() {
    lock.lock();
    try {
      flushing = true;
      while (fault == null && (committing || committed.both() < filling.through)) {
        work.signal();
        room.await(50, TimeUnit.MILLISECONDS);
      }
      check();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFault("interrupted while flushing the store", e);
    } finally {
      flushing = false;
      lock.unlock();
    }
  }

  private void keep(long seq, Event event) {
    if (event instanceof DerivedEvent derived && seq > start.facts()) {
      Resource.of(derived).ifPresent(r -> filling.facts.add(new Fact(r, seq, derived)));
    }
    if (seq <= start.rows()) {
      return;
    }
    if (event instanceof ChippedPrint print) {
      filling.flow.add(seq, print, dictionary.idsOf(print.print().contract(), print.contract()));
      return;
    }
    switch (event) {
      case CandleClosed c -> filling.candles.add(seq, c, dictionary.symbolId(c.symbolText()));
      case Amended _,
          SessionOpened _,
          SessionClosed _,
          RulesActivated _,
          FeedStatus _,
          Gap _,
          NewsStory _,
          Rejected _ ->
          filling.rare.add(new Pending.Rare(seq, event));
      // Everything else stays in the log only.
      default -> {}
    }
  }

  private void awaitRoom() {
    while (filling.isFull() && fault == null) {
      if (filling.completeRows() + filling.completeFacts() == 0) {
        throw new StoreFault("log entry " + lastSeq + " caused more rows than a batch holds");
      }
      work.signal();
      room.awaitUninterruptibly();
    }
    check();
  }

  private void check() {
    if (fault != null) {
      throw new StoreFault(String.valueOf(fault.getMessage()), fault);
    }
    if (closing) {
      throw new StoreFault("the store is closed");
    }
  }

  private void wakeWriter() {
    if (factsSinceNanos == 0 && !filling.facts.isEmpty()) {
      factsSinceNanos = System.nanoTime() | 1L;
    }
    if (oldestNanos == 0) {
      oldestNanos = System.nanoTime() | 1L;
      work.signal();
    } else if (!committing
        && !woken
        && (filling.completeRows() >= pace.rows() || filling.completeFacts() >= pace.facts())) {
      woken = true;
      work.signal();
    }
  }

  private void run() {
    while (true) {
      Pending batch;
      Dictionary.Additions additions;
      Marks marks;
      lock.lock();
      try {
        while (!isDue()) {
          if (closing) {
            return;
          }
          work.awaitNanos(untilDue());
        }
        boolean withFacts = areFactsDue();
        batch = filling;
        filling = spare;
        if (!withFacts) {
          batch.moveFacts(filling);
        }
        batch.moveIncomplete(filling);
        long facts = withFacts || filling.completeFacts() == 0 ? batch.through : committed.facts();
        marks = new Marks(Math.max(batch.through, committed.rows()), facts);
        if (withFacts) {
          factsSinceNanos = filling.facts.isEmpty() ? 0 : System.nanoTime() | 1L;
        }
        additions = dictionary.drain();
        oldestNanos = filling.isBegun() ? System.nanoTime() | 1L : 0;
        committing = true;
        woken = false;
      } catch (InterruptedException e) {
        fault = new StoreFault("the store writer was interrupted", e);
        return;
      } finally {
        lock.unlock();
      }
      commit(batch, additions, marks);
    }
  }

  private void commit(Pending batch, Dictionary.Additions additions, Marks marks) {
    StoreFault failed = null;
    try {
      transaction.commit(batch, additions, marks);
    } catch (SQLException e) {
      failed = Faults.writing(e);
    } catch (RuntimeException e) {
      failed = Faults.writing(e);
    }
    lock.lock();
    try {
      committing = false;
      if (failed == null) {
        committed = marks;
      } else if (fault == null) {
        fault = failed;
      }
      batch.clear();
      spare = batch;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    if (fault != null || filling.through <= committed.both()) {
      return false;
    }
    int rows = filling.completeRows();
    return closing
        || flushing
        || rows >= pace.rows()
        || (filling.completeFacts() > 0 && areFactsDue())
        || (oldestNanos != 0
            && filling.through > committed.rows()
            && System.nanoTime() - oldestNanos >= (rows > 0 ? pace.patienceNanos() : IDLE_NANOS));
  }

  /// True when this transaction takes the conclusions along.
  private boolean areFactsDue() {
    return closing
        || flushing
        || filling.isFull()
        || filling.completeFacts() >= pace.facts()
        || (factsSinceNanos != 0
            && System.nanoTime() - factsSinceNanos >= pace.factPatienceNanos());
  }

  private long untilDue() {
    if (oldestNanos == 0) {
      return IDLE_NANOS;
    }
    long now = System.nanoTime();
    boolean news = filling.through > committed.rows();
    long patience = news && filling.completeRows() > 0 ? pace.patienceNanos() : IDLE_NANOS;
    long until = news ? patience - (now - oldestNanos) : IDLE_NANOS;
    if (factsSinceNanos != 0) {
      until = Math.min(until, pace.factPatienceNanos() - (now - factsSinceNanos));
    }
    return Math.max(1_000_000L, until);
  }

  /// Commits everything complete and stops. What is not complete will come again from the log.
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      transaction.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw Faults.writing(e);
    }
  }
}
