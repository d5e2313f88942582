package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.DigestJournal;
import io.truetape.app.ops.SessionReplay;
import io.truetape.app.ops.Verification;
import io.truetape.engine.log.LogFault;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.log.Segments;
import io.truetape.engine.run.Digest;
import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.Entry;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A seeded synthetic morning and its digest, the same for ever: any change of it is a change of
/// meaning, and is said in the changelog.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenDayTest {
  private static final int EVENTS = 400_000;
  private static final long JOIN_WAIT_NANOS = 20_000_000L;
  private static final String GOLDEN =
      "21ae42302475178b03525aa63ed672f02e71d4cdd9b122bd12967e162626ad3b";

  private final SessionClock clock = SessionClock.standard();
  private Path folder = Path.of("");
  private Path golden = Path.of("");

  @BeforeAll
  void record(@TempDir Path temporary) {
    folder = temporary;
    golden = record("golden", 0);
  }

  @Test
  void theDigestIsTheOneCommitted() {
    assertThat(digest(golden, 1).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void shardsDoNotChangeIt() {
    assertThat(digest(golden, 2).hex()).isEqualTo(GOLDEN);
    assertThat(digest(golden, 4).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void speedDoesNotChangeIt() {
    Digest paced =
        new SessionReplay(golden, 2_000, Long.MIN_VALUE, Long.MAX_VALUE)
            .run(clock, 2, List.of(), (_, _) -> {});
    assertThat(paced.hex()).isEqualTo(GOLDEN);
  }

  @Test
  void aRestartFromASnapshotDoesNotChangeIt() throws IOException {
    Snapshots snapshots = new Snapshots(folder.resolve("snapshots"));
    try (Runner first = new Runner(clock, 1)) {
      run(first, golden, 1, 170_000);
      snapshots.write(first);
      run(first, golden, 170_001, 180_000);
    }
    try (Runner second = snapshots.latest(Long.MAX_VALUE, clock, 3).orElseThrow()) {
      assertThat(second.seq()).isEqualTo(170_000);
      run(second, golden, 170_001, Long.MAX_VALUE);
      assertThat(second.digest().hex()).isEqualTo(GOLDEN);
    }
  }

  @Test
  void arrivalShuffledWithinTheJoinWaitDoesNotChangeIt() {
    assertThat(digest(record("shuffled", 5), 1).hex()).isEqualTo(GOLDEN);
  }

  @Test
  void verifySaysSoAndAFlippedByteMakesItFail() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (Path file : Segments.of(golden)) {
      Files.copy(file, copy.resolve(file.getFileName().toString()));
    }
    new DigestJournal(copy).add(LogTail.recover(copy).lastSeq(), digest(copy, 1));
    assertThat(Verification.of(copy, clock, 2).equal()).isTrue();
    Path segment = Segments.of(copy).getFirst();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);
    Assertions.assertThatThrownBy(() -> Verification.of(copy, clock, 1))
        .isInstanceOf(LogFault.class)
        .hasMessageContaining("at byte");
  }

  private Digest digest(Path session, int shards) {
    try (Runner runner = new Runner(clock, shards)) {
      run(runner, session, 1, Long.MAX_VALUE);
      return runner.digest();
    }
  }

  private static void run(Runner runner, Path session, long from, long to) {
    try (LogReader log = LogReader.from(session, from)) {
      List<Entry> batch = new ArrayList<>();
      while (log.expectedSeq() <= to && log.next()) {
        batch.add(log.entry());
        if (batch.size() == 5_000) {
          runner.run(batch, (_, _) -> {});
          batch = new ArrayList<>();
        }
      }
      runner.run(batch, (_, _) -> {});
    }
  }

  private Path record(String name, int shuffleSeed) {
    Path session = folder.resolve(name);
    ListingBook listings = new ListingBook();
    List<SourceEvent> events = shuffled(events(listings), shuffleSeed);
    LogPlan plan = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(session, plan, LogTail.recover(session))) {
      Sequencer sequencer =
          new Sequencer(
              log,
              listings,
              new Timekeeper(clock, name, true),
              SequencerPlan.forFiles(System::nanoTime),
              _ -> {});
      sequencer.command(RuleFile.standard().activation(0));
      FeedGate gate = sequencer.open(FeedId.SYNTHETIC);
      Thread feed =
          Thread.ofPlatform()
              .start(
                  () -> {
                    events.forEach(gate::put);
                    gate.finish();
                  });
      sequencer.run();
      feed.join();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
    return session;
  }

  private static List<SourceEvent> events(ListingBook listings) {
    SyntheticPlan plan =
        new SyntheticPlan(20_260_116, SyntheticMode.ACTIVE, SyntheticPlan.FIRST_DAY, 12, 1, 0);
    SyntheticMarket market = new SyntheticMarket(plan, listings, _ -> {});
    List<SourceEvent> events = new ArrayList<>(EVENTS);
    while (events.size() < EVENTS && market.advance(events::add)) {
      // collected in advance
    }
    return events;
  }

  /// Delays each quote and print by up to the join wait, all else stays in front of it.
  private static List<SourceEvent> shuffled(List<SourceEvent> events, int seed) {
    if (seed == 0) {
      return events;
    }
    record Arrival(long at, int index, SourceEvent event) {}
    SplittableRandom random = new SplittableRandom(seed);
    List<Arrival> arrivals = new ArrayList<>(events.size());
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < events.size(); i++) {
      SourceEvent event = events.get(i);
      boolean moves =
          switch (event) {
            case OptionPrint _, OptionQuote _, EquityPrint _, EquityQuote _, IndexValue _ -> true;
            default -> false;
          };
      latest = Math.max(latest, event.sourceTsNanos());
      long at = moves ? event.sourceTsNanos() + random.nextLong(JOIN_WAIT_NANOS) : latest;
      arrivals.add(new Arrival(at, i, event));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::at).thenComparingInt(Arrival::index));
    return arrivals.stream().map(Arrival::event).toList();
  }
}
