package io.truetape.app.ops;

import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.run.Runner;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.model.event.Entry;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.Tick;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that thinks: takes batches from the sequencer, runs them, takes snapshots.
///
/// Holds [#CAPACITY] batches; when full the sequencer waits, and behind it the feeds.
public final class RunLoop implements AutoCloseable {
  static final int CAPACITY = 64;
  private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

  private final Runner runner;
  private final FanOut fanOut;
  private final Snapshots snapshots;
  private final DigestJournal journal;
  private final long snapshotNanos;
  private final ArrayBlockingQueue<Received> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread = Thread.ofPlatform().name("run").unstarted(this::think);
  private volatile boolean closing;
  private volatile long seq;
  private volatile long timeNanos;
  private volatile long lagNanos;
  private volatile @Nullable RuntimeException fault;
  private long snapshotDue;

  public RunLoop(
      Runner runner,
      FanOut fanOut,
      Snapshots snapshots,
      DigestJournal journal,
      int snapshotMinutes) {
    this.runner = runner;
    this.fanOut = fanOut;
    this.snapshots = snapshots;
    this.journal = journal;
    this.snapshotNanos = snapshotMinutes * 60_000_000_000L;
    this.seq = runner.seq();
  }

  public void start() {
    thread.start();
  }

  /// Takes a batch from the sequencer; waits for room.
  public void put(List<Entry> batch) {
    try {
      Received received = new Received(batch, System.nanoTime());
      while (!queue.offer(received, 100, TimeUnit.MILLISECONDS)) {
        if (fault != null) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The last log entry thought about.
  public long seq() {
    return seq;
  }

  /// Event time reached, UTC nanoseconds; 0 before the first tick.
  public long timeNanos() {
    return timeNanos;
  }

  /// How long the last batch took from the sequencer to the sinks.
  public long lagNanos() {
    return lagNanos;
  }

  private record Received(List<Entry> batch, long atNanos) {}

  /// What stopped the loop, if anything did.
  public Optional<RuntimeException> fault() {
    return Optional.ofNullable(fault);
  }

  private void think() {
    try {
      while (true) {
        Received received = queue.poll(20, TimeUnit.MILLISECONDS);
        if (received != null) {
          fanOut.run(received.batch());
          seq = runner.seq();
          lagNanos = System.nanoTime() - received.atNanos();
          look(received.batch());
        } else if (closing) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fault = e;
      LOG.error("run stopped seq={}", seq, e);
    }
  }

  private void look(List<Entry> batch) {
    boolean closed = false;
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).event() instanceof Tick tick) {
        timeNanos = tick.tsNanos();
      } else if (batch.get(i).event() instanceof SessionClosed) {
        closed = true;
      }
    }
    if (snapshotDue == 0) {
      snapshotDue = timeNanos + snapshotNanos;
    }
    if (closed || (timeNanos >= snapshotDue && timeNanos > 0)) {
      snapshotDue = timeNanos + snapshotNanos;
      snapshot();
    }
  }

  private void snapshot() {
    try {
      snapshots.write(runner);
      journal.add(runner.seq(), runner.digest());
    } catch (IOException | RuntimeException e) {
      LOG.warn("snapshot failed seq={} reason=\"{}\"", runner.seq(), e.getMessage());
    }
  }

  /// Thinks about what is queued, ends, and notes the digest.
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (fault == null && runner.seq() > 0) {
      snapshot();
    }
  }
}
