package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.ops.Batches;
import io.truetape.app.ops.LogCatchUp;
import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.fanout.Subscription;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.SmallMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sink that stands still while the run goes on.
class CatchUpTest {
  private static final int EVENTS = 60_000;
  private final SessionClock clock = SessionClock.standard();
  @TempDir private Path folder;

  @Test
  void aSinkThatFellBehindGetsEverythingOnceAndInOrder() throws InterruptedException {
    Path session = record();
    List<String> expected = new ArrayList<>();
    try (Runner runner = new Runner(clock, 1);
        LogReader log = LogReader.open(session)) {
      for (List<Entry> b = Batches.next(log, Long.MAX_VALUE);
          !b.isEmpty();
          b = Batches.next(log, Long.MAX_VALUE)) {
        runner.run(b, (seq, event) -> expected.add(seq + " " + event));
      }
    }
    CountDownLatch gate = new CountDownLatch(1);
    List<String> heard = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    EventSink slow = new Held(gate, heard);
    try (Runner runner = new Runner(clock, 1);
        LogReader log = LogReader.open(session)) {
      FanOut fanOut = new FanOut(runner);
      Subscription held =
          fanOut.live("slow", slow, 0, new LogCatchUp(session, folder.resolve("none"), clock));
      fanOut.live("quick", (seq, e) -> others.add(new Entry(seq, e)), 0, Subscription.CatchUp.NONE);
      fanOut.goLive();
      List<Entry> batch = new ArrayList<>();
      boolean opened = false;
      while (log.next()) {
        batch.add(log.entry());
        if (batch.size() == 100) {
          fanOut.run(batch);
          batch = new ArrayList<>();
          if (!opened && log.seq() > 40_000) {
            assertThat(held.isBehind()).isTrue();
            opened = true;
            gate.countDown();
          }
        }
      }
      fanOut.run(batch);
      fanOut.close();
      assertThat(held.withheld()).isPositive();
      assertThat(held.fault()).isEmpty();
    }
    assertThat(heard).isEqualTo(expected);
    assertThat(others.stream().map(e -> e.seq() + " " + e.event()).toList()).isEqualTo(expected);
  }

  private record Held(CountDownLatch gate, List<String> heard) implements EventSink {
    @Override
    public void accept(long seq, Event event) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      heard.add(seq + " " + event);
    }
  }

  private Path record() {
    Path session = folder.resolve("s");
    MemoryIntake listings = new MemoryIntake();
    List<SourceEvent> events = SmallMarket.events(11, EVENTS, 3_000, listings);
    LogPlan plan = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(session, plan, LogTail.recover(session))) {
      listings.events().forEach(log::append);
      events.forEach(log::append);
    }
    return session;
  }
}
