package io.truetape.app.ops;

import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.run.Digest;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.control.Tick;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/// Runs a recorded session through the rooms again, as fast as possible or paced by its own clock.
///
/// `fromNanos` and `toNanos` bound event time `[from, to)`: what comes before is thought about but
/// not handed out, so that the rooms know the day; what comes after is not read.
public final class SessionReplay {
  private final Path session;
  private final double speed;
  private final long fromNanos;
  private final long toNanos;
  private final Tally tally = new Tally();
  private volatile long timeNanos;
  private volatile long seq;
  private volatile boolean stopped;
  private long startedNanos;
  private long startedAt;

  /// `speed` times real time; 0 as fast as possible.
  public SessionReplay(Path session, double speed, long fromNanos, long toNanos) {
    this.session = session;
    this.speed = speed;
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  /// Replays into the sinks; `progress` is told entries and bytes read after every batch.
  public Digest run(
      SessionClock clock, int shards, List<EventSink> sinks, BiConsumer<Long, Long> progress) {
    try (Runner runner = new Runner(clock, shards);
        LogReader log = LogReader.open(session);
        FanOut fanOut = new FanOut(runner)) {
      for (int i = 0; i < sinks.size(); i++) {
        fanOut.waiting("replay-" + i, new Window(sinks.get(i)), 0);
      }
      List<Entry> batch = next(log);
      while (!batch.isEmpty() && !stopped) {
        fanOut.run(batch);
        seq = runner.seq();
        progress.accept(runner.seq(), log.position());
        batch = timeNanos >= toNanos ? List.of() : next(log);
      }
      return runner.digest();
    }
  }

  public void stop() {
    stopped = true;
  }

  public Tally tally() {
    return tally;
  }

  /// Event time reached.
  public long timeNanos() {
    return timeNanos;
  }

  public long seq() {
    return seq;
  }

  /// The next entries: up to a full batch, or up to the next tick when paced or bounded.
  private List<Entry> next(LogReader log) {
    boolean byTick = speed > 0 || toNanos != Long.MAX_VALUE;
    List<Entry> batch = new ArrayList<>(Batches.SIZE);
    while (batch.size() < Batches.SIZE && log.next()) {
      Event event = log.event();
      batch.add(log.entry());
      tally.add(event);
      if (event instanceof Tick tick) {
        timeNanos = tick.tsNanos();
        if (byTick) {
          pace(timeNanos);
          break;
        }
      }
    }
    return batch;
  }

  private void pace(long tsNanos) {
    if (speed == 0 || tsNanos < fromNanos) {
      return;
    }
    if (startedAt == 0 || tsNanos - startedAt > 43_200_000_000_000L) {
      startedAt = tsNanos;
      startedNanos = System.nanoTime();
    }
    long due = startedNanos + (long) ((tsNanos - startedAt) / speed);
    for (long wait = due - System.nanoTime();
        wait > 0 && !stopped;
        wait = due - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(wait, 50_000_000L));
    }
  }

  /// Hands out only what lies inside the bounds.
  private final class Window implements EventSink {
    private final EventSink sink;

    Window(EventSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(long causeSeq, Event event) {
      if (fromNanos == Long.MIN_VALUE || event.tsNanos() >= fromNanos) {
        sink.accept(causeSeq, event);
      }
    }

    @Override
    public void handedOver(long upTo) {
      sink.handedOver(upTo);
    }
  }
}
