package io.truetape.bench;

import io.truetape.engine.run.Runner;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.Listings;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.SessionClock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All rooms in memory, one shard: cost per print at several rates and breadths, and the longest a tick
/// took once the code was warm. Arguments: events per case, and a part of the case's name.
public final class MeaningBench {
  private static final int WARM_TICKS = 100;
  private static final int OPENING_TICKS = 20;

  private static final List<Case> CASES =
      List.of(
          new Case("firehose, 40 underlyings", SyntheticMode.FIREHOSE, 40),
          new Case("active, 40 underlyings", SyntheticMode.ACTIVE, 40),
          new Case("realistic, 40 underlyings", SyntheticMode.REALISTIC, 40),
          new Case("firehose, 2 underlyings", SyntheticMode.FIREHOSE, 2),
          new Case("firehose, 10 underlyings", SyntheticMode.FIREHOSE, 10),
          new Case("firehose, 100 underlyings", SyntheticMode.FIREHOSE, 100));

  private MeaningBench() {}

  public static void main(String[] args) {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000;
    String only = args.length > 1 ? args[1] : "";
    for (int round = 0; round < 2; round++) {
      System.out.println("-- round " + (round + 1) + (round == 0 ? " (warm-up)" : ""));
      for (Case c : CASES) {
        if (c.what().contains(only)) {
          measure(c.what(), c.mode(), c.symbols(), events);
        }
      }
    }
  }

  private record Case(String what, SyntheticMode mode, int symbols) {}

  private static void measure(String what, SyntheticMode mode, int symbols, int count) {
    List<Entry> log = new Making(mode, symbols).log(count);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] ticks = new long[1 << 16];
    int n = 0;
    long prints = 0;
    long contracts = 0;
    long firstNanos = 0;
    long lastNanos = 0;
    long cpu = threads.getCurrentThreadCpuTime();
    try (Runner runner = new Runner(SessionClock.standard(), 1)) {
      int at = 0;
      while (at < log.size()) {
        int end = at;
        while (end < log.size() && !(log.get(end).event() instanceof Tick)) {
          Event event = log.get(end).event();
          prints += event instanceof OptionPrint ? 1 : 0;
          contracts += event instanceof ContractListed ? 1 : 0;
          end++;
        }
        if (end > at) {
          runner.run(log.subList(at, end), (_, _) -> {});
        }
        if (end < log.size() && log.get(end).event() instanceof Tick tick) {
          firstNanos = firstNanos == 0 && prints > 1_000 ? tick.tsNanos() : firstNanos;
          lastNanos = tick.tsNanos();
          long from = System.nanoTime();
          runner.run(log.subList(end, end + 1), (_, _) -> {});
          if (n < ticks.length && prints > 1_000) {
            ticks[n++] = System.nanoTime() - from;
          }
          end++;
        }
        at = end;
      }
    }
    double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
    double market = (lastNanos - firstNanos) / 1e9;
    int skip = Math.min(n, WARM_TICKS + OPENING_TICKS);
    long[] warm = Arrays.copyOfRange(ticks, skip, Math.max(skip, n));
    Arrays.sort(warm);
    System.out.printf(
        "%-28s %,9d prints in %.2f s of CPU = %,9.0f/s, %.2f us each; %.0f market seconds at"
            + " %,.0f/s = %.1f %% of a core; %,d contracts; ticks p50 %.2f p99 %.2f max %.2f ms%n",
        what,
        prints,
        seconds,
        prints / seconds,
        seconds * 1e6 / prints,
        market,
        prints / market,
        100 * seconds / market,
        contracts,
        at(warm, 0.5),
        at(warm, 0.99),
        at(warm, 1));
  }

  private static double at(long[] sorted, double q) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, (long) (q * sorted.length))] / 1e6;
  }

  /// A stretch of a seeded market as log entries.
  private static final class Making implements Listings {
    private final Map<String, Integer> symbols = new HashMap<>();
    private final Map<Contract, Integer> contracts = new HashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private final Timekeeper time = new Timekeeper(SessionClock.standard(), "bench", true);
    private final SyntheticMarket market;

    Making(SyntheticMode mode, int symbols) {
      this.market =
          new SyntheticMarket(
              new SyntheticPlan(1, mode, SyntheticPlan.FIRST_DAY, symbols, 1, 0), this, _ -> {});
    }

    List<Entry> log(int count) {
      while (log.size() < count
          && market.advance(
              event -> {
                time.before(event, this::add);
                add(event);
              })) {
        // collected in advance
      }
      return log;
    }

    private void add(Event event) {
      log.add(new Entry(log.size() + 1, event));
    }

    @Override
    public int symbol(String text, SymbolKind kind) {
      Integer known = symbols.get(text);
      if (known != null) {
        return known;
      }
      int id = symbols.size() + 1;
      symbols.put(text, id);
      add(new SymbolListed(0, 0, FeedId.ENGINE, id, text, kind));
      return id;
    }

    @Override
    public int contract(Contract terms) {
      Integer known = contracts.get(terms);
      if (known != null) {
        return known;
      }
      int underlying = symbol(terms.underlying(), Roots.kind(terms.underlying()));
      int id = contracts.size() + 1;
      contracts.put(terms, id);
      add(new ContractListed(0, 0, FeedId.ENGINE, id, underlying, terms));
      return id;
    }
  }
}
