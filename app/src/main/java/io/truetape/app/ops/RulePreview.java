package io.truetape.app.ops;

import io.truetape.engine.log.LogReader;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.RuleCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// What one alert rule would have said in a recorded session.
///
/// `withheld` were held back by the limit per hour or by a stale feed; `first` are the first twenty
/// of both; `millis` what the replay took. Users' rules of the log itself are left out.
public record RulePreview(
    long fired,
    long withheld,
    Map<String, Long> perSymbol,
    long prints,
    long millis,
    List<AlertChanged> first) {
  private static final String ID = "preview";
  private static final int FIRST = 20;

  public RulePreview {
    first = List.copyOf(first);
  }

  /// Runs the log in `session` once through all rooms with `rule` in force from its first entry.
  public static RulePreview of(
      Path session, String rule, SessionClock clock, BiConsumer<Long, Long> progress) {
    RuleCheck.userRule(ID, rule);
    long began = System.nanoTime();
    Map<String, Long> perSymbol = new TreeMap<>();
    List<AlertChanged> first = new ArrayList<>();
    long[] counts = new long[3];
    try (Runner runner = new Runner(clock, 1);
        LogReader log = LogReader.open(session)) {
      Event activation = new UserRuleActivated(0, ID, "local", rule, true);
      List<Entry> batch = Batches.next(log, Long.MAX_VALUE);
      while (!batch.isEmpty()) {
        List<Entry> steered = new ArrayList<>(batch.size() + 1);
        if (runner.seq() == 0) {
          steered.add(new Entry(batch.getFirst().seq(), activation));
        }
        for (Entry entry : batch) {
          if (!(entry.event() instanceof UserRuleActivated)) {
            steered.add(entry);
          }
        }
        if (!steered.isEmpty()) {
          runner.run(steered, (_, event) -> hear(event, counts, perSymbol, first));
        }
        progress.accept(runner.seq(), log.position());
        batch = Batches.next(log, Long.MAX_VALUE);
      }
    }
    long millis = (System.nanoTime() - began) / 1_000_000L;
    return new RulePreview(counts[0], counts[1], perSymbol, counts[2], millis, first);
  }

  private static void hear(
      Event event, long[] counts, Map<String, Long> perSymbol, List<AlertChanged> first) {
    if (event instanceof ChippedPrint) {
      counts[2]++;
    }
    if (event instanceof AlertChanged alert && alert.rule().equals(ID)) {
      boolean opened = alert.change() == AlertChange.OPENED;
      counts[opened ? 0 : 1]++;
      if (opened) {
        perSymbol.merge(alert.underlying(), 1L, Long::sum);
      }
      if (first.size() < FIRST) {
        first.add(alert);
      }
    }
  }
}
