package io.truetape.app.ops;

import io.truetape.engine.fanout.Subscription;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.run.Runner;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.time.SessionClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/// Brings a sink that fell behind up to date: the same log through the same rooms, beside the run.
public final class LogCatchUp implements Subscription.CatchUp {
  private static final long NEARLY = 20_000;

  private final Path session;
  private final Path snapshots;
  private final SessionClock clock;

  public LogCatchUp(Path session, Path snapshots, SessionClock clock) {
    this.session = session;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public void run(long afterSeq, EventSink sink, LongSupplier offered, LongSupplier joinAt) {
    try (Runner runner = start(afterSeq);
        LogReader log = LogReader.from(session, runner.seq() + 1)) {
      EventSink fresh = new After(sink, afterSeq);
      while (runner.seq() < offered.getAsLong() - NEARLY) {
        step(runner, log, offered.getAsLong(), fresh);
      }
      long join = joinAt.getAsLong();
      while (runner.seq() < join) {
        step(runner, log, join, fresh);
      }
    }
  }

  private static void step(Runner runner, LogReader log, long upTo, EventSink sink) {
    List<Entry> batch = Batches.next(log, upTo);
    if (batch.isEmpty()) {
      throw new IllegalStateException("the log ends at " + runner.seq() + ", expected " + upTo);
    }
    runner.run(batch, sink);
  }

  private Runner start(long afterSeq) {
    try {
      return new Snapshots(snapshots)
          .latest(afterSeq, clock, 1)
          .orElseGet(() -> new Runner(clock, 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read snapshots in " + snapshots, e);
    }
  }

  /// Passes on what was caused after a seq.
  record After(EventSink sink, long seq) implements EventSink {
    @Override
    public void accept(long causeSeq, Event event) {
      if (causeSeq > seq) {
        sink.accept(causeSeq, event);
      }
    }

    @Override
    public void handedOver(long upTo) {
      if (upTo > seq) {
        sink.handedOver(upTo);
      }
    }
  }
}
