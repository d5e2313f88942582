package io.truetape.app.ops;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.RuleCheck;
import io.truetape.pipeline.alert.AlertStage;
import io.truetape.server.ask.Catalog;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.Views;
import io.truetape.server.view.RuleDefaults;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.StoredPrint;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one alert rule would have said in a stored session, asked of the store.
///
/// The store leaves out what the rule's plain words exclude; the alert room itself judges the rest,
/// in log order. `withheld` were held back by the limit per hour; what a stale feed would have held
/// back is not kept, so those count as fired. A print is judged as it is known now: a later cancel
/// is in its chips. `seen` are the candidates; a rule that leaves more than 20,000 prints or 15,000
/// conclusions is judged on the first of them, and `complete` is false; `first` the first twenty alerts; `millis` the time it
/// took.
public record RulePreview(
    long fired,
    long withheld,
    Map<String, Long> perSymbol,
    long seen,
    boolean complete,
    long millis,
    List<AlertChanged> first) {
  private static final String ID = "preview";
  private static final int FIRST = 20;
  private static final int PAGE = 5_000;
  private static final int MOST_PRINTS = 20_000;
  private static final int MOST_CONCLUSIONS = 15_000;

  /// Words of a rule that mean the same to the store; lists of chips do not.
  private static final List<String> PLAIN =
      List.of(
          "symbol",
          "right",
          "minPremium",
          "maxPremium",
          "minSize",
          "minDte",
          "maxDte",
          "side",
          "location",
          "sentiment",
          "minSigScore");

  private static final List<String> PLAIN_OF_CONCLUSIONS =
      List.of("symbol", "minPremium", "profile", "classifier", "minConfidence", "type", "mode");

  public RulePreview {
    first = List.copyOf(first);
  }

  /// Asks `store` what `rule` would have fired on.
  public static RulePreview of(DuckStore store, String rule, SessionClock clock) {
    RuleCheck.userRule(ID, rule);
    long began = System.nanoTime();
    Trial trial = new Trial(rule, clock);
    Map<String, String> words = new LinkedHashMap<>();
    for (String part : rule.split("&")) {
      words.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    FilterReader reader =
        new FilterReader(new Catalog(), clock, store.sessions(), new Views(new RuleDefaults()));
    String watched = words.getOrDefault("on", "print");
    if (watched.equals("print")) {
      words.keySet().retainAll(PLAIN);
      prints(store, reader.read(words, List.of()), trial);
    } else {
      Resource resource = resource(watched);
      FactAsk ask = new FactAsk(reader);
      words.keySet().retainAll(PLAIN_OF_CONCLUSIONS);
      words
          .keySet()
          .removeIf(
              name ->
                  ask.catalog(resource).filters().stream().noneMatch(p -> p.name().equals(name)));
      facts(store, ask.filter(resource, words, List.of()), trial);
    }
    long millis = (System.nanoTime() - began) / 1_000_000L;
    return new RulePreview(
        trial.fired,
        trial.withheld,
        trial.perSymbol,
        trial.seen,
        trial.complete,
        millis,
        trial.first);
  }

  private static Resource resource(String watched) {
    return switch (watched) {
      case "packet" -> Resource.PACKETS;
      case "structure" -> Resource.STRUCTURES;
      case "profile" -> Resource.SMART_MONEY;
      case "classifier" -> Resource.CLASSIFIER_HITS;
      default -> Resource.EXPOSURE;
    };
  }

  private static void prints(DuckStore store, FlowFilter filter, Trial trial) {
    long after = 0;
    List<StoredPrint> page;
    do {
      page = store.prints().causedWithin(filter, after, Long.MAX_VALUE, PAGE);
      long last = page.isEmpty() ? after : page.getLast().causeSeq();
      boolean more = page.size() == PAGE && page.getFirst().causeSeq() < last;
      for (StoredPrint p : page) {
        if (!more || p.causeSeq() < last) {
          trial.hear(p.print().contract().underlying(), p.causeSeq(), p.print());
        }
      }
      after = more ? last - 1 : last;
      trial.complete = page.size() < PAGE;
    } while (!trial.complete && trial.seen < MOST_PRINTS);
  }

  private static void facts(DuckStore store, FactFilter filter, Trial trial) {
    long after = 0;
    List<Fact> page;
    do {
      page = store.facts().causedAfter(filter, after, PAGE);
      long last = page.isEmpty() ? after : page.getLast().causeSeq();
      boolean more = page.size() == PAGE && page.getFirst().causeSeq() < last;
      for (Fact fact : page) {
        if (!more || fact.causeSeq() < last) {
          trial.hear(fact.symbol(), fact.causeSeq(), fact.event());
        }
      }
      after = more ? last - 1 : last;
      trial.complete = page.size() < PAGE;
    } while (!trial.complete && trial.seen < MOST_CONCLUSIONS);
  }

  /// One alert room per underlying, with the rule alone in force.
  private static final class Trial implements Emitter {
    private final String rule;
    private final SessionClock clock;
    private final Map<String, AlertStage> rooms = new LinkedHashMap<>();
    private final Map<String, Long> perSymbol = new TreeMap<>();
    private final List<AlertChanged> first = new ArrayList<>();
    private long seq;
    private long seen;
    private boolean complete;
    private long fired;
    private long withheld;

    Trial(String rule, SessionClock clock) {
      this.rule = rule;
      this.clock = clock;
    }

    void hear(String underlying, long causeSeq, DerivedEvent event) {
      AlertStage room = rooms.get(underlying);
      if (room == null) {
        room = new AlertStage(clock);
        room.on(new UserRuleActivated(0, ID, "local", rule, true), this);
        rooms.put(underlying, room);
      }
      seq = causeSeq;
      seen++;
      room.on(event, this);
    }

    @Override
    public long seq() {
      return seq;
    }

    @Override
    public void emit(DerivedEvent event) {
      if (!(event instanceof AlertChanged alert) || !alert.rule().equals(ID)) {
        return;
      }
      if (alert.change() == AlertChange.OPENED) {
        fired++;
        perSymbol.merge(alert.underlying(), 1L, Long::sum);
      } else if (alert.change() == AlertChange.SUPPRESSED) {
        withheld++;
      } else {
        return;
      }
      if (first.size() < FIRST) {
        first.add(alert);
      }
    }
  }
}
