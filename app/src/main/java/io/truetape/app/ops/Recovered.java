package io.truetape.app.ops;

import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.model.event.Entry;
import io.truetape.model.time.SessionClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Where a session stands after a restart: the end of its log, and a runner from the latest
/// snapshot that no sink is behind of. [#runTail] brings it to the end.
public record Recovered(LogTail tail, Runner runner) {

  /// Recovers the session whose log lies in `session`. `sinkSeq` is the least any sink has.
  public static Recovered open(
      Path session, Path snapshots, long sinkSeq, SessionClock clock, int shards) {
    LogTail tail = LogTail.recover(session);
    long from = Math.min(sinkSeq, tail.lastSeq());
    try {
      Runner runner =
          new Snapshots(snapshots)
              .latest(from, clock, shards)
              .orElseGet(() -> new Runner(clock, shards));
      return new Recovered(tail, runner);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read snapshots in " + snapshots, e);
    }
  }

  /// Runs the rest of the log through the rooms, up to the end that was recovered.
  public void runTail(Path session, FanOut fanOut) {
    try (LogReader log = LogReader.from(session, runner.seq() + 1)) {
      List<Entry> batch = Batches.next(log, tail.lastSeq());
      while (!batch.isEmpty()) {
        fanOut.run(batch);
        batch = Batches.next(log, tail.lastSeq());
      }
    }
  }

  /// A listing book that continues the numbers the runner knows.
  public ListingBook listings() {
    ListingBook book = new ListingBook();
    runner.listings().forEach(book::restore);
    return book;
  }
}
