package io.truetape.replay.shadow;

import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.time.SessionClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Runs two rule sets over the same sessions and compares what they say, by the names of things.
///
/// Every session goes through two runners, batch by batch. The rules a log activated are replaced by
/// A's and B's; where a log activates none before its first market event, they come first. Memory is
/// bounded by what waits for the other run (docs/methods/shadow.md). One thread.
public final class Shadow {
  private final SessionClock clock;
  private final RulesActivated before;
  private final RulesActivated after;
  private final Comparisons comparisons;
  private final List<ShadowReport.Session> sessions = new ArrayList<>();

  /// A is `before`, B is `after`; `examples` flips at most are kept per item.
  public Shadow(SessionClock clock, RulesActivated before, RulesActivated after, int examples) {
    this.clock = clock;
    this.before = before;
    this.after = after;
    this.comparisons =
        new Comparisons(clock, new Values(before), new Values(after), new Counts(examples));
  }

  /// Runs one session; `batches` answers its log piece by piece, an empty one at the end.
  public void session(String name, Supplier<List<Entry>> batches, BiConsumer<Long, Long> progress) {
    long printsA = 0;
    long printsB = 0;
    Heard a = new Heard();
    Heard b = new Heard();
    comparisons.begin(name);
    try (Runner runA = new Runner(clock, 1);
        Runner runB = new Runner(clock, 1)) {
      for (List<Entry> batch = batches.get(); !batch.isEmpty(); batch = batches.get()) {
        boolean isFirst = runA.seq() == 0;
        runA.run(steered(batch, before, isFirst), a);
        runB.run(steered(batch, after, isFirst), b);
        printsA += a.prints.size();
        printsB += b.prints.size();
        comparisons.compare(a, b);
        progress.accept(runA.seq(), printsA);
        a.clear();
        b.clear();
      }
    }
    comparisons.end();
    sessions.add(new ShadowReport.Session(name, printsA, printsB));
  }

  /// What was found so far.
  public ShadowReport report(Tolerances tolerances) {
    List<ShadowReport.Row> rows = comparisons.counts().rows(tolerances);
    return new ShadowReport(
        List.of(rules(before), rules(after)),
        sessions,
        rows.stream().allMatch(ShadowReport.Row::within),
        rows,
        keys());
  }

  private static ShadowReport.Rules rules(RulesActivated r) {
    return new ShadowReport.Rules(r.name(), r.version(), r.sha256());
  }

  private List<ShadowReport.Key> keys() {
    Values a = new Values(before);
    Values b = new Values(after);
    Map<String, ShadowReport.Key> keys = new TreeMap<>();
    List<RulesActivated> both = List.of(before, after);
    for (RulesActivated rules : both) {
      rules
          .values()
          .forEach(
              v -> {
                if (!a.text(v.key()).equals(b.text(v.key()))) {
                  keys.put(
                      v.key(), new ShadowReport.Key(v.key(), a.text(v.key()), b.text(v.key())));
                }
              });
    }
    return List.copyOf(keys.values());
  }

  private static List<Entry> steered(List<Entry> batch, RulesActivated rules, boolean isFirst) {
    List<Entry> steered = new ArrayList<>(batch.size() + 1);
    if (isFirst && !activatesEarly(batch)) {
      steered.add(new Entry(batch.getFirst().seq(), at(rules, 0)));
    }
    for (Entry entry : batch) {
      Event event = entry.event();
      steered.add(
          event instanceof RulesActivated
              ? new Entry(entry.seq(), at(rules, event.tsNanos()))
              : entry);
    }
    return steered;
  }

  private static boolean activatesEarly(List<Entry> batch) {
    for (Entry entry : batch) {
      switch (entry.event()) {
        case RulesActivated _ -> {
          return true;
        }
        case Tick _, OptionPrint _, OptionQuote _ -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  private static RulesActivated at(RulesActivated r, long tsNanos) {
    return new RulesActivated(tsNanos, r.name(), r.version(), r.sha256(), r.content(), r.values());
  }
}
