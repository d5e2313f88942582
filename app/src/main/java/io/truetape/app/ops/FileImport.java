package io.truetape.app.ops;

import io.truetape.app.config.AlertRuleFile;
import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Digest;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.feed.FileFeed;
import io.truetape.model.event.Entry;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.Intake;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads files into a session's log and thinks about them on the way.
///
/// `digest` is of the whole session; `fault` is what stopped the reading early, if anything did:
/// what was read until then is in the log.
public record FileImport(Tally tally, Digest digest, long lastSeq, String fault) {

  /// The same without alert rules.
  public static FileImport run(
      Path session,
      String name,
      FileFeed feed,
      RulesActivated rules,
      LogPlan plan,
      SessionClock clock,
      int shards,
      Baselines baselines,
      EventSink sink,
      Consumer<Tally> progress) {
    AlertRuleFile none = new AlertRuleFile(List.of());
    return run(session, name, feed, rules, none, plan, clock, shards, baselines, sink, progress);
  }

  /// Appends the feed's events to the log in `session`, creating it if need be.
  ///
  /// A new log begins with what `baselines` has of the days before its first, and leaves its own
  /// there. `alertRules` are put into force first. `sink` receives what comes out (waited for); `progress` is told after every batch.
  public static FileImport run(
      Path session,
      String name,
      FileFeed feed,
      RulesActivated rules,
      AlertRuleFile alertRules,
      LogPlan plan,
      SessionClock clock,
      int shards,
      Baselines baselines,
      EventSink sink,
      Consumer<Tally> progress) {
    Path snapshots = session.resolve("snapshots");
    Recovered at = Recovered.open(session, snapshots, Long.MAX_VALUE, clock, shards);
    ListingBook listings = at.listings();
    Timekeeper time = new Timekeeper(clock, name, false, baselines.opening(at.tail()));
    at.runner().bookmarks().time().forEach(time::restore);
    Tally tally = new Tally();
    try (FanOut fanOut = new FanOut(at.runner());
        LogWriter log = LogWriter.open(session, plan, at.tail())) {
      fanOut.waiting("baselines", baselines.keeper(name), at.runner().seq());
      at.runTail(session, fanOut);
      fanOut.waiting("import", sink, at.runner().seq());
      Consumer<List<Entry>> next =
          batch -> {
            batch.forEach(entry -> tally.add(entry.event()));
            fanOut.run(batch);
            progress.accept(tally);
          };
      Sequencer sequencer =
          new Sequencer(log, listings, time, SequencerPlan.forFiles(System::nanoTime), next);
      if (!rules.sha256().equals(at.runner().bookmarks().rulesSha())) {
        sequencer.command(rules);
      }
      alertRules
          .changes(
              LiveRun.userRules(at.runner().standing()), at.runner().bookmarks().lastTickNanos())
          .forEach(sequencer::command);
      FeedGate gate = sequencer.open(feed.id());
      Reading reading = new Reading(feed, gate);
      Thread thread = Thread.ofPlatform().daemon().name("feed-" + feed.id().text()).start(reading);
      sequencer.run();
      thread.join();
      return finish(session, at, tally, log.lastSeq(), reading.fault());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing into " + session, e);
    }
  }

  private static FileImport finish(
      Path session, Recovered at, Tally tally, long lastSeq, String fault) {
    Digest digest = at.runner().digest();
    new DigestJournal(session).add(at.runner().seq(), digest);
    try {
      new Snapshots(session.resolve("snapshots")).write(at.runner());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("cannot write a snapshot of " + session, e);
    }
    return new FileImport(tally, digest, lastSeq, fault);
  }

  /// Runs the feed on its own thread, says what it can, and closes its gate.
  private static final class Reading implements Runnable {
    private final FileFeed feed;
    private final FeedGate gate;
    private volatile @Nullable RuntimeException fault;

    Reading(FileFeed feed, FeedGate gate) {
      this.feed = feed;
      this.gate = gate;
    }

    @Override
    public void run() {
      try {
        gate.put(status(FeedState.LIVE, "reading files"));
        feed.run(gate);
        gate.put(status(FeedState.FINISHED, "read to the end"));
      } catch (Intake.Stopped e) {
        // asked to stop; what was handed over is in the log
      } catch (RuntimeException e) {
        fault = e;
        gate.put(status(FeedState.DOWN, String.valueOf(e.getMessage())));
      } finally {
        gate.finish();
      }
    }

    String fault() {
      RuntimeException f = fault;
      return f == null ? "" : String.valueOf(f.getMessage());
    }

    private FeedStatus status(FeedState state, String detail) {
      return new FeedStatus(0, 0, feed.id(), state, detail, feed.capabilities());
    }
  }
}
