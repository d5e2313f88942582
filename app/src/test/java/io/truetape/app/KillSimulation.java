package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.Batches;
import io.truetape.app.ops.DataFolder;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Digest;
import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.Entry;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.meaning.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/// Kills the program while the firehose runs, again and again; `-Dtruetape.kills=20` for the record.
///
/// Afterwards everything it had shown must be in the log, the store must hold each print once, and
/// the digest must be that of the same events without any interruption.
class KillSimulation {
  private static final int KILLS = Integer.getInteger("truetape.kills", 2);
  private final SessionClock clock = SessionClock.standard();

  @TempDir private Path folder;

  @Test
  void killedAtRandomMomentsNothingIsLostOrTwice() throws Exception {
    long seed = Long.getLong("seed", 20_260_116L);
    SplittableRandom random = new SplittableRandom(seed);
    Path data = folder.resolve("data");
    long seen = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path out = folder.resolve("out" + kill);
      Process process =
          Program.start(
              "",
              out,
              folder.resolve("err" + kill),
              "run",
              "--data",
              data.toString(),
              "--port",
              "0",
              "--mode",
              "firehose",
              "--json");
      String url = Program.url(process, out);
      long until = System.nanoTime() + random.nextLong(500_000_000L, 4_000_000_000L);
      while (System.nanoTime() < until) {
        seen = Math.max(seen, shown(url));
        TimeUnit.MILLISECONDS.sleep(20);
      }
      process.destroyForcibly().waitFor();
      Path log =
          DataFolder.sessions(data).stream()
              .map(s -> data.resolve("log").resolve(s))
              .findFirst()
              .orElseThrow();
      assertThat(LogTail.recover(log).lastSeq())
          .as("kill %d, -Dseed=%d", kill, seed)
          .isGreaterThanOrEqualTo(seen);
    }
    String session = DataFolder.sessions(data).getFirst();
    finishGracefully(data);
    Path log = data.resolve("log").resolve(session);
    Program.Result verify = Program.run("verify", session, "--data", data.toString(), "--json");
    assertThat(verify.json().get("equal").asBoolean()).as(verify.out()).isTrue();
    Counted counted = count(log);
    assertThat(counted.digest.hex()).isEqualTo(uninterrupted(counted.received).hex());
    assertStoreHoldsEachOnce(data, session, counted);
  }

  private record Counted(Digest digest, long received, long rows, Map<String, Long> conclusions) {}

  private Counted count(Path log) {
    long[] rows = new long[1];
    Map<String, Long> conclusions = new TreeMap<>();
    try (Runner runner = new Runner(clock, 1);
        LogReader reader = LogReader.open(log)) {
      for (List<Entry> batch = Batches.next(reader, Long.MAX_VALUE);
          !batch.isEmpty();
          batch = Batches.next(reader, Long.MAX_VALUE)) {
        runner.run(
            batch,
            (_, event) -> {
              rows[0] += event instanceof io.truetape.model.event.derived.ChippedPrint ? 1 : 0;
              Resource.of(event).ifPresent(r -> conclusions.merge(r.table(), 1L, Long::sum));
            });
      }
      long received = runner.bookmarks().received(FeedId.SYNTHETIC);
      return new Counted(runner.digest(), received, rows[0], conclusions);
    }
  }

  private Digest uninterrupted(long count) {
    Path session = folder.resolve("uninterrupted");
    ListingBook listings = new ListingBook();
    SyntheticPlan plan =
        new SyntheticPlan(1, SyntheticMode.FIREHOSE, SyntheticPlan.FIRST_DAY, 40, 0, 0);
    LogPlan quick = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(session, quick, LogTail.recover(session));
        Runner runner = new Runner(clock, 1)) {
      Sequencer sequencer =
          new Sequencer(
              log,
              listings,
              new Timekeeper(clock, "uninterrupted", true),
              new SequencerPlan(false, false, false, System::nanoTime, () -> 0L),
              batch -> runner.run(batch, (_, _) -> {}));
      sequencer.command(RuleFile.standard().activation(0));
      FeedGate gate = sequencer.open(FeedId.SYNTHETIC);
      Thread sequencing = Thread.ofPlatform().start(sequencer::run);
      SyntheticMarket market = new SyntheticMarket(plan, listings, _ -> {});
      long[] left = {count};
      while (left[0] > 0) {
        market.advance(
            event -> {
              if (left[0]-- > 0) {
                gate.put(event);
              }
            });
      }
      gate.finish();
      while (runner.bookmarks().received(FeedId.SYNTHETIC) < count) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      sequencer.stop();
      sequencing.join();
      return runner.digest();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void finishGracefully(Path data) throws IOException, InterruptedException {
    Path out = folder.resolve("last");
    Process process =
        Program.start(
            "",
            out,
            folder.resolve("last.err"),
            "run",
            "--data",
            data.toString(),
            "--port",
            "0",
            "--mode",
            "firehose",
            "--json");
    String url = Program.url(process, out);
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(shown(url)).isPositive();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private static void assertStoreHoldsEachOnce(Path data, String session, Counted counted) {
    Program.Result export =
        Program.run(
            "export",
            session,
            "--data",
            data.toString(),
            "--to",
            data.resolve("lake-check").toString(),
            "--json");
    assertThat(export.exit()).as(export.err()).isZero();
    assertThat(export.json().get("rows").asLong()).isEqualTo(counted.rows);
    Map<String, Long> kept = new TreeMap<>();
    export
        .json()
        .get("conclusions")
        .properties()
        .forEach(e -> kept.put(e.getKey(), e.getValue().asLong()));
    assertThat(kept).isEqualTo(counted.conclusions);
  }

  private static long shown(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "api/v1/health")).build();
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(body).get("seq").asLong();
    }
  }
}
