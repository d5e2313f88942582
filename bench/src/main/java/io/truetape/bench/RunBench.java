package io.truetape.bench;

import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.model.event.Entry;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Log append, log replay, and the whole run: decode from the log, all rooms, digest, one shard.
public final class RunBench {
  private RunBench() {}

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path folder = Files.createTempDirectory("truetape-bench");
    for (int round = 0; round < rounds; round++) {
      Path session = folder.resolve("s" + round);
      ListingBook listings = new ListingBook();
      long made = System.nanoTime();
      List<SourceEvent> events = Day.events(count, listings);
      report("generate events", events.size(), made);
      write(session, listings, events);
      long from = System.nanoTime();
      long entries = 0;
      try (LogReader log = LogReader.open(session)) {
        while (log.next()) {
          entries++;
        }
      }
      report("log replay, decoded", entries, from);
      run(session);
      Path paired = folder.resolve("paired" + round);
      ListingBook own = new ListingBook();
      write(paired, own, paired(Day.events(count, own)));
      System.out.println("-- one NBBO update per print, nothing else");
      run(paired);
    }
    System.exit(0);
  }

  /// Option prints with one quote each; stock prints, index levels and further quotes left out.
  private static List<SourceEvent> paired(List<SourceEvent> events) {
    List<SourceEvent> kept = new ArrayList<>(events.size());
    int owed = 0;
    for (SourceEvent event : events) {
      if (event instanceof OptionPrint) {
        owed++;
        kept.add(event);
      } else if (event instanceof OptionQuote && owed > -1) {
        owed--;
        kept.add(event);
      } else if (event instanceof OpenInterest) {
        kept.add(event);
      }
    }
    return kept;
  }

  private static void write(Path session, ListingBook listings, List<SourceEvent> events)
      throws InterruptedException {
    long from = System.nanoTime();
    long last;
    LogTail tail = LogTail.recover(session);
    try (LogWriter log = LogWriter.open(session, LogPlan.standard(), tail)) {
      Sequencer sequencer =
          new Sequencer(
              log,
              listings,
              new Timekeeper(SessionClock.standard(), "bench", true),
              SequencerPlan.forFiles(System::nanoTime),
              _ -> {});
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
      last = log.lastSeq();
    }
    report("log append through the sequencer, fsync per commit", last, from);
    Path direct = session.resolveSibling(session.getFileName() + "-direct");
    from = System.nanoTime();
    try (LogWriter log = LogWriter.open(direct, LogPlan.standard(), LogTail.recover(direct))) {
      for (SourceEvent event : events) {
        log.append(event);
        if (log.isDue(System.nanoTime())) {
          log.commit(System.nanoTime());
        }
      }
    }
    report("log append alone, fsync per commit", events.size(), from);
  }

  private static void run(Path session) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long cpu = threads.getCurrentThreadCpuTime();
    long from = System.nanoTime();
    long prints = 0;
    long quotes = 0;
    long[] rows = new long[1];
    String digest;
    try (LogReader log = LogReader.open(session);
        Runner runner = new Runner(SessionClock.standard(), 1)) {
      List<Entry> batch = new ArrayList<>(4_096);
      boolean more = true;
      while (more) {
        batch = new ArrayList<>(4_096);
        while (batch.size() < 4_096 && (more = log.next())) {
          batch.add(log.entry());
          prints += log.event() instanceof OptionPrint ? 1 : 0;
          quotes += log.event() instanceof OptionQuote ? 1 : 0;
        }
        runner.run(batch, (_, _) -> rows[0]++);
      }
      digest = runner.digest().hex();
    }
    report("run, option prints (quotes " + quotes + ")", prints, from);
    long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
    System.out.printf("  %.2f s of CPU on its thread = %,.0f/s%n", cpuSeconds, prints / cpuSeconds);
    System.out.printf("  %d bytes allocated per option print, digest %s%n", bytes / prints, digest);
  }

  private static void report(String what, long count, long fromNanos) {
    double seconds = (System.nanoTime() - fromNanos) / 1e9;
    System.out.printf(
        "%-52s %,12d in %6.2f s = %,12.0f/s%n", what, count, seconds, count / seconds);
  }
}
