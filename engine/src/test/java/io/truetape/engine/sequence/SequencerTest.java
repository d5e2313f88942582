package io.truetape.engine.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencerTest {
  private final SessionClock clock = SessionClock.standard();
  private final long open = clock.at(LocalDate.of(2026, 1, 16), LocalTime.of(9, 30));
  private final List<Event> written = new ArrayList<>();
  private final ListingBook listings = new ListingBook();
  @TempDir private Path folder = Path.of("");
  private LogWriter log;
  private Sequencer sequencer;

  @BeforeEach
  void start() {
    Path session = folder.resolve("s");
    LogPlan plan = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    log = LogWriter.open(session, plan, LogTail.recover(session));
    sequencer =
        new Sequencer(
            log,
            listings,
            new Timekeeper(clock, "s", false),
            SequencerPlan.forFiles(System::nanoTime),
            batch -> batch.stream().map(Entry::event).forEach(written::add));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void aListingStandsBeforeItsFirstUse() {
    FeedGate gate = sequencer.open(FeedId.TAPE);
    int spx = listings.symbol("SPX", SymbolKind.INDEX);
    gate.put(value(spx, 0));
    gate.finish();
    sequencer.run();
    assertThat(written.getFirst()).isInstanceOf(SymbolListed.class);
    assertThat(log.lastSeq()).isEqualTo(written.size());
  }

  @Test
  void ticksStandOnTheGridBeforeTheEventThatPassesIt() {
    FeedGate gate = sequencer.open(FeedId.TAPE);
    for (long millis : new long[] {0, 50, 250, 251, 1_000}) {
      gate.put(value(1, millis));
    }
    gate.finish();
    sequencer.run();
    assertThat(written.stream().filter(Tick.class::isInstance).map(Event::tsNanos))
        .containsExactly(open, open + 200_000_000L, open + 1_000_000_000L);
    assertThat(written.indexOf(new Tick(open + 200_000_000L)))
        .isEqualTo(written.indexOf(value(1, 250)) - 1);
  }

  @Test
  void aNewDayClosesTheOldOneAndTheEndClosesTheLast() {
    FeedGate gate = sequencer.open(FeedId.TAPE);
    gate.put(value(1, 0));
    gate.put(value(1, 4 * 86_400_000L));
    gate.finish();
    sequencer.run();
    List<Class<?>> sessions = new ArrayList<>();
    written.stream()
        .filter(e -> e instanceof SessionOpened || e instanceof SessionClosed)
        .forEach(e -> sessions.add(e.getClass()));
    assertThat(sessions)
        .containsExactly(
            SessionOpened.class, SessionClosed.class, SessionOpened.class, SessionClosed.class);
  }

  @Test
  void aFeedThatCannotWaitLeavesAGapWithItsCount() {
    FeedGate gate = sequencer.open(FeedId.TAPE);
    int refused = 0;
    for (int i = 0; i < FeedGate.CAPACITY + 77; i++) {
      refused += gate.offer(value(1, i)) ? 0 : 1;
    }
    assertThat(refused).isEqualTo(77);
    gate.finish();
    sequencer.run();
    Gap gap =
        written.stream()
            .filter(Gap.class::isInstance)
            .map(Gap.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(gap.count()).isEqualTo(77);
    assertThat(gap.fromTsNanos()).isEqualTo(open + FeedGate.CAPACITY * 1_000_000L);
    assertThat(written.stream().filter(IndexValue.class::isInstance)).hasSize(FeedGate.CAPACITY);
  }

  @Test
  void aFeedThatCanWaitLosesNothing() throws InterruptedException {
    FeedGate gate = sequencer.open(FeedId.TAPE);
    int count = FeedGate.CAPACITY * 3;
    CountDownLatch full = new CountDownLatch(1);
    Thread feed =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < count; i++) {
                    gate.put(value(1, i));
                    if (i == FeedGate.CAPACITY - 1) {
                      full.countDown();
                    }
                  }
                  gate.finish();
                });
    full.await();
    sequencer.run();
    feed.join();
    assertThat(written.stream().filter(IndexValue.class::isInstance)).hasSize(count);
    assertThat(written.stream().noneMatch(Gap.class::isInstance)).isTrue();
  }

  private IndexValue value(int symbol, long millis) {
    long ts = open + millis * 1_000_000L;
    return new IndexValue(ts, ts, FeedId.TAPE, symbol, 6_900_000_000L + millis);
  }
}
