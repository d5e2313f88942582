package io.truetape.app.ops;

import io.truetape.engine.log.LogReader;
import io.truetape.engine.run.Runner;
import io.truetape.feed.synthetic.LabelFile;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.event.Entry;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.Tick;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.replay.score.Scorecard;
import io.truetape.replay.score.Scorer;
import io.truetape.replay.score.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/// A recorded session's readings, held against the labels of what was really acted in it.
///
/// `left` labels were not counted: their scenarios ended after, or less than 45 seconds before, the
/// end of the log, so that the rooms could not finish with them.
public record SessionScore(Scorecard card, long left) {
  private static final long SETTLED_NANOS = 45_000_000_000L;

  /// Replays the log in `session` once.
  public static SessionScore of(
      Path session, Path labels, SessionClock clock, BiConsumer<Long, Long> progress) {
    if (!Files.isRegularFile(labels)) {
      throw new BadInput("no labels in " + labels + "; name them with --labels FILE");
    }
    List<Label> all = LabelFile.read(labels);
    Scorer scorer = new Scorer();
    long reached = 0;
    boolean closed = false;
    try (Runner runner = new Runner(clock, 1);
        LogReader log = LogReader.open(session)) {
      for (List<Entry> batch = Batches.next(log, Long.MAX_VALUE);
          !batch.isEmpty();
          batch = Batches.next(log, Long.MAX_VALUE)) {
        runner.run(batch, scorer);
        for (Entry entry : batch) {
          switch (entry.event()) {
            case Tick tick -> reached = tick.tsNanos();
            case SessionClosed _ -> closed = true;
            default -> {}
          }
        }
        progress.accept(runner.seq(), log.position());
      }
    }
    long settled = closed ? reached : reached - SETTLED_NANOS;
    List<Truth> truths =
        all.stream().filter(l -> l.toTsNanos() <= settled).map(SessionScore::truth).toList();
    scorer.end(truths);
    return new SessionScore(scorer.card(), all.size() - truths.size());
  }

  private static Truth truth(Label l) {
    return new Truth(
        l.run(),
        l.scenario(),
        l.family().text(),
        l.underlying(),
        l.direction(),
        l.toTsNanos(),
        l.sequences());
  }
}
