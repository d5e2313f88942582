package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogTail;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Right;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.MemoryIntake;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one print with one NBBO update costs in objects, from the log to the digest.
class AllocationTest {
  private static final int PRINTS = 150_000;
  private static final int LIMIT_BYTES = 2_048;
  private final SessionClock clock = SessionClock.standard();

  @TempDir private Path folder;

  @Test
  void onePrintWithItsQuoteStaysWithinTwoKilobytes() {
    write();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long perPrint = Long.MAX_VALUE;
    for (int round = 0; round < 2; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      try (Runner runner = new Runner(clock, 1);
          LogReader log = LogReader.open(folder)) {
        boolean more = true;
        while (more) {
          List<Entry> batch = new ArrayList<>(4_096);
          while (batch.size() < 4_096 && (more = log.next())) {
            batch.add(log.entry());
          }
          runner.run(batch, (_, _) -> {});
        }
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      perPrint = Math.min(perPrint, bytes / PRINTS);
    }
    assertThat(perPrint).as("bytes per print").isBetween(100L, (long) LIMIT_BYTES);
  }

  private void write() {
    MemoryIntake listings = new MemoryIntake();
    int expiry = (int) LocalDate.of(2026, 1, 23).toEpochDay();
    int[] contracts = new int[200];
    for (int i = 0; i < contracts.length; i++) {
      contracts[i] =
          listings.contract(Contract.standard("SPY", expiry, Right.CALL, (500L + i) * 1_000_000));
    }
    long now = clock.at(LocalDate.of(2026, 1, 16), LocalTime.of(10, 0));
    LogPlan plan = LogPlan.standard().with(LogPlan.Fsync.NEVER);
    try (LogWriter log = LogWriter.open(folder, plan, LogTail.recover(folder))) {
      for (SourceEvent listing : listings.events()) {
        log.append(listing);
      }
      for (int i = 0; i < PRINTS; i++) {
        now += 40_000;
        int contract = contracts[(i * 7) % contracts.length];
        long bid = 1_000_000 + (i % 50) * 10_000L;
        int opra = Venue.OPRA.code();
        log.append(
            new OptionQuote(
                now, now, FeedId.SYNTHETIC, contract, bid, bid + 50_000, 10, 20, opra, 3, 4));
        log.append(
            new OptionPrint(
                now + 10_000,
                now,
                FeedId.SYNTHETIC,
                contract,
                bid + 50_000,
                1 + i % 30,
                3,
                'I',
                i,
                Nbbo.NONE,
                VendorGreeks.NONE,
                0));
        if (i % 2_500 == 0) {
          log.append(new Tick(now));
        }
      }
    }
  }
}
