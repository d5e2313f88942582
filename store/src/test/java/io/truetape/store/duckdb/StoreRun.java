package io.truetape.store.duckdb;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.Chip;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.CodeField;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.WholeField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures rows per second into the store and the time of a three-filter page: `StoreRun ROWS`.
final class StoreRun {
  private StoreRun() {}

  public static void main(String[] args) throws Exception {
    long rows = Long.parseLong(args[0]);
    Path folder = Files.createTempDirectory("store-run");
    SamplePrints source = new SamplePrints(11);
    List<ChippedPrint> pool = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      pool.add(source.next(i + 1, i * 100_000L));
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      long started = System.nanoTime();
      long cpu = cpu();
      DuckWriter writer = store.writer();
      for (long i = 0; i < rows; i++) {
        writer.accept(i + 1, at(pool.get((int) (i % pool.size())), i + 1));
        if ((i & 1023) == 0) {
          writer.handedOver(i + 1);
        }
      }
      writer.handedOver(rows);
      writer.flush();
      double seconds = (System.nanoTime() - started) / 1e9;
      print(
          "rows/s %.0f, cpu s %.1f of %.1f"
              .formatted(rows / seconds, (cpu() - cpu) / 1e9, seconds));
      print("file MB " + Files.size(folder.resolve("store.duckdb")) / 1_000_000);
      pages(store, "idle");
      Thread feeder = Thread.ofPlatform().daemon().start(() -> trickle(writer, pool, rows));
      pages(store, "20k rows/s appended");
      feeder.interrupt();
      feeder.join();
    }
  }

  private static void trickle(DuckWriter writer, List<ChippedPrint> pool, long from) {
    long seq = from;
    while (!Thread.currentThread().isInterrupted()) {
      long next = System.nanoTime() + 10_000_000L;
      for (int i = 0; i < 200; i++) {
        seq++;
        writer.accept(seq, at(pool.get((int) (seq % pool.size())), seq));
      }
      writer.handedOver(seq);
      java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  /// The same print as another one, later: 25,000 a second.
  private static ChippedPrint at(ChippedPrint p, long seq) {
    OptionPrint o = p.print();
    long ts = SamplePrints.OPEN_NANOS + seq * 40_000L;
    NormalizedPrint n = p.normalized();
    QuotedPrint q = p.quoted();
    WindowedPrint w = p.windowed();
    MeasuredPrint m = p.measured();
    OptionPrint print =
        new OptionPrint(
            ts,
            ts + 900_000,
            o.feed(),
            o.contract(),
            o.priceMicros(),
            o.size(),
            o.venue(),
            o.condition(),
            seq,
            o.nbbo(),
            o.vendor(),
            o.flags());
    NormalizedPrint normalized =
        new NormalizedPrint(
            print, seq, n.contract(), n.tradeDay(), n.phase(), n.condition(), n.arrival());
    QuotedPrint quoted =
        new QuotedPrint(
            normalized, q.nbbo(), q.location(), q.joinQuality(), q.spotDoubleMicros(), ts);
    SidedPrint sided =
        new SidedPrint(quoted, p.sided().pBuy(), p.sided().side(), p.sided().rule(), 0.75);
    WindowedPrint windowed =
        new WindowedPrint(
            PricedPrint.without(sided, GreeksAbsence.NOT_YET),
            w.dayVolume(),
            w.openInterest(),
            w.oiAsOfDay(),
            w.repeat3m(),
            w.repeatExact(),
            w.symbolVolume1m(),
            w.baseline15m(),
            w.openBaseline(),
            w.bullishRatio15m(),
            w.bullishPremiumRatio15m(),
            w.contractPercentile(),
            w.symbolPercentile(),
            w.premiumZ(),
            w.hasZ(),
            w.sizePercentile99(),
            w.symbolAdv(),
            w.timeOfDayVolumeRatio());
    return new ChippedPrint(
        new MeasuredPrint(
            windowed,
            m.premiumMicros(),
            m.dte(),
            m.otmPct(),
            m.hasSpot(),
            m.volOiRatio(),
            m.sentiment(),
            m.sigRaw(),
            m.sigScore(),
            m.missing()),
        p.chips());
  }

  private static void pages(DuckStore store, String what) {
    long[] times = new long[300];
    for (int i = -30; i < times.length; i++) {
      FlowFilter filter =
          new FlowFilter(
              List.of(
                  new Condition.SymbolIn(List.of(i % 2 == 0 ? "SPY" : "TSLA")),
                  new Condition.WholeRange(
                      WholeField.PREMIUM_MICROS, 100_000_000_000L, Long.MAX_VALUE),
                  i % 3 == 0
                      ? new Condition.Chips(Chip.SWEEPS.bit(), 0)
                      : new Condition.OneOf(CodeField.SIDE, List.of(0))));
      long t = System.nanoTime();
      if (store.prints().page(FlowQuery.newest(filter, 50)).prints().isEmpty()) {
        throw new IllegalStateException("nothing found");
      }
      if (i >= 0) {
        times[i] = System.nanoTime() - t;
      }
    }
    Arrays.sort(times);
    print(
        "%s: page p50 %.1f ms, p95 %.1f ms, max %.1f ms"
            .formatted(what, times[150] / 1e6, times[285] / 1e6, times[299] / 1e6));
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void print(String line) {
    System.err.println(line);
  }
}
