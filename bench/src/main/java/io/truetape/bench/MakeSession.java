package io.truetape.bench;

import io.truetape.app.config.RuleFile;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;

/// Records a stretch of the synthetic firehose as a session: `MakeSession DATA NAME EVENTS [MODE]`.
public final class MakeSession {
  private MakeSession() {}

  public static void main(String[] args) throws InterruptedException {
    Path session = Path.of(args[0]).resolve("log").resolve(args[1]);
    long count = Long.parseLong(args[2]);
    SyntheticMode mode = SyntheticMode.of(args.length > 3 ? args[3] : "firehose");
    SyntheticPlan plan = new SyntheticPlan(1, mode, SyntheticPlan.FIRST_DAY, 40, 1, 0);
    ListingBook listings = new ListingBook();
    LogTail tail = LogTail.recover(session);
    LogPlan quick = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(session, quick, tail)) {
      Sequencer sequencer =
          new Sequencer(
              log,
              listings,
              new Timekeeper(SessionClock.standard(), args[1], true),
              SequencerPlan.forFiles(System::nanoTime),
              _ -> {});
      sequencer.command(RuleFile.standard().activation(0));
      FeedGate gate = sequencer.open(FeedId.SYNTHETIC);
      Thread feed = Thread.ofPlatform().start(() -> tell(plan, count, gate));
      sequencer.run();
      feed.join();
      System.out.println("recorded " + log.lastSeq() + " entries in " + session);
    }
  }

  private static void tell(SyntheticPlan plan, long count, FeedGate gate) {
    SyntheticMarket market = new SyntheticMarket(plan, gate.listings(), _ -> {});
    long[] left = {count};
    while (left[0] > 0
        && market.advance(
            event -> {
              if (left[0]-- > 0) {
                gate.put(event);
              }
            })) {
      // told inside advance
    }
    gate.finish();
  }
}
