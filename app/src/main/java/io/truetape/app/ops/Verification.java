package io.truetape.app.ops;

import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.Segments;
import io.truetape.engine.run.Digest;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.StageId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs a session again from its first entry and compares digests with those noted live.
///
/// `compared` places agreed up to `seq`; when not `equal`, `difference` names the first place and
/// room that did not.
public record Verification(
    boolean equal, int compared, long seq, String digest, String difference) {

  /// Verifies the session whose log lies in `session`. Damage in the log is a `LogFault`.
  public static Verification of(Path session, SessionClock clock, int shards) {
    if (Segments.of(session).isEmpty()) {
      throw new BadInput("no log in " + session);
    }
    List<DigestJournal.Line> noted = new DigestJournal(session).read();
    if (noted.isEmpty()) {
      throw new BadInput("no digest was noted for " + session + "; nothing to compare with");
    }
    try (Runner runner = new Runner(clock, shards);
        LogReader log = LogReader.open(session)) {
      int compared = 0;
      for (DigestJournal.Line line : noted) {
        runTo(runner, log, line.seq());
        if (runner.seq() < line.seq()) {
          return new Verification(
              false,
              compared,
              runner.seq(),
              runner.digest().hex(),
              "the log ends at seq " + runner.seq() + ", a digest was noted at " + line.seq());
        }
        Digest digest = runner.digest();
        if (!digest.hex().equals(line.hex())) {
          return new Verification(
              false, compared, line.seq(), digest.hex(), difference(digest, line));
        }
        compared++;
      }
      runTo(runner, log, Long.MAX_VALUE);
      return new Verification(true, compared, runner.seq(), runner.digest().hex(), "");
    }
  }

  private static void runTo(Runner runner, LogReader log, long seq) {
    while (runner.seq() < seq) {
      List<Entry> batch = Batches.next(log, seq);
      if (batch.isEmpty()) {
        return;
      }
      runner.run(batch, (_, _) -> {});
    }
  }

  private static String difference(Digest digest, DigestJournal.Line line) {
    for (Map.Entry<StageId, String> room : digest.rooms().entrySet()) {
      if (!room.getValue().equals(line.rooms().get(room.getKey().text()))) {
        return "at seq " + line.seq() + " the first room that differs is " + room.getKey().text();
      }
    }
    return "at seq " + line.seq() + " the digests differ";
  }
}
