package io.truetape.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.Entry;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.SmallMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final int EVENTS = 30_000;
  private static final int PER_SECOND = 2_000;
  private static final long JOIN_WAIT = 20_000_000L;
  private final SessionClock clock = SessionClock.standard();

  @TempDir Path folder;

  @Test
  void theNumberOfShardsNeverChangesTheAnswer() {
    List<Entry> log = logOf("plain", 0);
    Digest one = run(log, 1, log.size());
    assertThat(run(log, 2, 1_000).hex()).isEqualTo(one.hex());
    assertThat(run(log, 4, 77).hex()).isEqualTo(one.hex());
    assertThat(one.counts().get(EventKind.CHIPPED_PRINT)).isGreaterThan(10_000);
    assertThat(one.counts().get(EventKind.CANDLE_CLOSED)).isGreaterThan(50);
    assertThat(one.counts().get(EventKind.AMENDED)).isGreaterThan(20);
  }

  @Test
  void whatComesOutIsTheSameSequenceForAnyNumberOfShards() {
    List<Entry> log = logOf("plain", 0);
    List<String> one = new ArrayList<>();
    List<String> three = new ArrayList<>();
    try (Runner runner = new Runner(clock, 1)) {
      runner.run(log, (seq, event) -> one.add(seq + " " + event));
    }
    try (Runner runner = new Runner(clock, 3)) {
      runner.run(log, (seq, event) -> three.add(seq + " " + event));
    }
    assertThat(three).isEqualTo(one);
  }

  @Test
  void aRunContinuedFromASnapshotEndsTheSame() {
    List<Entry> log = logOf("plain", 0);
    Digest whole = run(log, 1, 1_000);
    for (int cut : new int[] {1, 60, 9_999, 20_000}) {
      WireWriter state = new WireWriter(1 << 16);
      try (Runner first = new Runner(clock, 1)) {
        first.run(log.subList(0, cut), (_, _) -> {});
        first.save(state);
      }
      try (Runner second = new Runner(clock, 2)) {
        second.load(new WireReader(state.array(), 0, state.size()));
        second.run(log.subList(cut, log.size()), (_, _) -> {});
        assertThat(second.digest()).as("cut at %s", cut).isEqualTo(whole);
      }
    }
  }

  @Test
  void quotesAndPrintsShuffledWithinTheJoinWaitGiveTheSameAnswer() {
    Digest inOrder = run(logOf("plain", 0), 1, 1_000);
    for (int seed = 1; seed <= 3; seed++) {
      Digest shuffled = run(logOf("shuffled" + seed, seed), 1, 1_000);
      assertThat(shuffled).isEqualTo(inOrder);
    }
  }

  @Test
  void oneChangedPriceChangesTheAnswer() {
    List<Entry> log = logOf("plain", 0);
    String before = run(log, 1, 1_000).hex();
    List<Entry> changed = new ArrayList<>(log);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).event() instanceof io.truetape.model.event.source.OptionPrint p) {
        changed.set(
            i,
            new Entry(
                changed.get(i).seq(),
                new io.truetape.model.event.source.OptionPrint(
                    p.sourceTsNanos(),
                    p.ingestTsNanos(),
                    p.feed(),
                    p.contract(),
                    p.priceMicros() + 1,
                    p.size(),
                    p.venue(),
                    p.condition(),
                    p.vendorSequence(),
                    p.nbbo(),
                    p.vendor(),
                    p.flags())));
        break;
      }
    }
    assertThat(run(changed, 1, 1_000).hex()).isNotEqualTo(before);
  }

  private Digest run(List<Entry> log, int shards, int batch) {
    try (Runner runner = new Runner(clock, shards)) {
      for (int from = 0; from < log.size(); from += batch) {
        runner.run(log.subList(from, Math.min(log.size(), from + batch)), (_, _) -> {});
      }
      return runner.digest();
    }
  }

  /// A day's log through the real sequencer; a seed above 0 shuffles arrival within the join wait.
  private List<Entry> logOf(String name, int seed) {
    Path session = folder.resolve(name + System.identityHashCode(new Object()));
    List<Entry> entries = new ArrayList<>();
    ListingBook listings = new ListingBook();
    List<SourceEvent> events = shuffle(SmallMarket.events(7, EVENTS, PER_SECOND, listings), seed);
    LogPlan plan = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(session, plan, LogTail.recover(session))) {
      Sequencer sequencer =
          new Sequencer(
              log,
              listings,
              new Timekeeper(clock, name, true),
              SequencerPlan.forFiles(System::nanoTime),
              entries::addAll);
      FeedGate gate = sequencer.open(FeedId.SYNTHETIC);
      events.forEach(gate::put);
      gate.finish();
      sequencer.run();
    }
    return entries;
  }

  /// Delays each event by up to the join wait and sorts by arrival: no event is overtaken by one
  /// more than the join wait younger.
  private static List<SourceEvent> shuffle(List<SourceEvent> events, int seed) {
    if (seed == 0) {
      return events;
    }
    SplittableRandom random = new SplittableRandom(seed);
    record Arrival(long at, int index, SourceEvent event) {}
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      long delay = random.nextLong(JOIN_WAIT);
      arrivals.add(new Arrival(events.get(i).sourceTsNanos() + delay, i, events.get(i)));
    }
    arrivals.sort(java.util.Comparator.comparingLong(Arrival::at).thenComparingInt(Arrival::index));
    return arrivals.stream().map(Arrival::event).toList();
  }
}
