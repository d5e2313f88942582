package io.truetape.store.duckdb.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.store.SampleFacts;
import io.truetape.store.SamplePrints;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.DuckWriter;
import io.truetape.store.duckdb.StorePlan;
import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Measures packets per second into the store and the time of a filtered page: `FactRun ROWS`.
final class FactRun {
  private FactRun() {}

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("fact-run");
    SampleFacts source = new SampleFacts(11);
    List<DerivedEvent> pool = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      pool.add(source.next(Resource.PACKETS, i * 100_000L));
    }
    List<DerivedEvent> events = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Map<String, Object> values =
          Map.of("packetSeq", (long) i, "tsNanos", SamplePrints.OPEN_NANOS + i * 40_000L);
      events.add(SampleFacts.with(pool.get(i % pool.size()), values));
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      long started = System.nanoTime();
      long cpu = cpu();
      DuckWriter writer = store.writer();
      for (int i = 0; i < rows; i++) {
        writer.accept(i + 1, events.get(i));
        if ((i & 1023) == 0) {
          writer.handedOver(i + 1);
        }
      }
      writer.handedOver(rows);
      writer.flush();
      double seconds = (System.nanoTime() - started) / 1e9;
      System.err.println(
          "rows/s %.0f, cpu s %.1f of %.1f"
              .formatted(rows / seconds, (cpu() - cpu) / 1e9, seconds));
      pages(store);
    }
    long bytes = Files.size(folder.resolve("store.duckdb"));
    System.err.println("file MB " + bytes / 1_000_000 + ", bytes a row " + bytes / rows);
  }

  private static void pages(DuckStore store) {
    long[] times = new long[100];
    for (int i = -10; i < times.length; i++) {
      FactFilter filter =
          new FactFilter(
              Resource.PACKETS,
              List.of(
                  new FactCondition.SymbolIn(List.of(i % 2 == 0 ? "SPY" : "TSLA")),
                  new FactCondition.Bits("cluster_kinds", 1)));
      long t = System.nanoTime();
      if (store.facts().page(FactQuery.newest(filter, 50)).facts().isEmpty()) {
        throw new IllegalStateException("nothing found");
      }
      if (i >= 0) {
        times[i] = System.nanoTime() - t;
      }
    }
    Arrays.sort(times);
    System.err.println("page p50 %.1f ms, p95 %.1f ms".formatted(times[50] / 1e6, times[95] / 1e6));
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
