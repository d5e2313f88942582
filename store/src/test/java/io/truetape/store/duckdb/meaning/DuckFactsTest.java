package io.truetape.store.duckdb.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.store.SampleFacts;
import io.truetape.store.SamplePrints;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.DuckWriter;
import io.truetape.store.duckdb.StorePlan;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactName;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Layout;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.RuleSet;
import io.truetape.store.query.meaning.Shape;
import io.truetape.store.query.meaning.TideMinute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DuckFactsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Resource.class)
  void everyConclusionComesBackAsItWentIn(Resource resource) {
    List<DerivedEvent> events = sample(resource, 300);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), events, 1);
      List<Fact> found = all(store, FactFilter.everything(resource), "ts_nanos", true, 70);
      assertThat(found).extracting(Fact::event).containsExactlyInAnyOrderElementsOf(events);
      Fact one = found.get(17);
      assertThat(store.facts().named(resource, one.name().seq())).contains(one);
    }
  }

  @ParameterizedTest
  @EnumSource(Resource.class)
  void everyColumnAnswersInSqlWhatItMeansInWords(Resource resource) {
    List<DerivedEvent> events = sample(resource, 300);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), events, 1);
      for (FactCondition condition : conditions(resource, events.get(7))) {
        FactFilter filter = new FactFilter(resource, List.of(condition));
        List<DerivedEvent> wanted = events.stream().filter(filter::matches).toList();
        assertThat(store.facts().page(query(filter, Optional.empty(), 1_000, true)).facts())
            .as(condition.toString())
            .extracting(Fact::event)
            .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(wanted).as(condition.toString()).contains(events.get(7));
      }
    }
  }

  @Test
  void pagesHaveNoHoleAndNoRepeatWhileRevisionsArrive() {
    List<DerivedEvent> events = sample(Resource.SMART_MONEY, 500);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      DuckWriter writer = store.writer();
      feed(writer, events, 1);
      FactFilter filter = FactFilter.everything(Resource.SMART_MONEY);
      List<FactName> seen = new ArrayList<>();
      Optional<FactPosition> after = Optional.empty();
      long cause = events.size();
      SplittableRandom random = new SplittableRandom(9);
      do {
        FactPage page = store.facts().page(query(filter, after, 40, false));
        page.facts().forEach(f -> seen.add(f.name()));
        after = page.next();
        for (int i = 0; i < 20; i++) {
          DerivedEvent old = events.get(random.nextInt(events.size()));
          cause++;
          writer.accept(cause, revised(old, (int) cause, cause * 1_000_000_000L));
        }
        writer.handedOver(cause);
        writer.flush();
      } while (after.isPresent());
      assertThat(seen)
          .containsExactlyInAnyOrderElementsOf(events.stream().map(FactName::of).toList());
    }
  }

  @Test
  void onlyTheHighestRevisionIsToldUnlessAllAreAskedFor() {
    DerivedEvent first = sample(Resource.ALERTS, 1).getFirst();
    DerivedEvent third = revised(first, 2, 7_000_000_000L);
    DerivedEvent second = revised(first, 1, 9_000_000_000L);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), List.of(first, third, second), 10);
      FactFilter filter = FactFilter.everything(Resource.ALERTS);
      assertThat(store.facts().page(query(filter, Optional.empty(), 10, false)).facts())
          .containsExactly(new Fact(Resource.ALERTS, 11, third));
      assertThat(store.facts().page(query(filter, Optional.empty(), 10, true)).facts())
          .extracting(Fact::event)
          .containsExactly(second, third, first);
      assertThat(store.facts().causedAfter(filter, 10, 9))
          .extracting(Fact::event)
          .containsExactly(third, second);
    }
  }

  @Test
  void whatComesAgainAfterARestartIsKeptOnce() {
    List<DerivedEvent> events = sample(Resource.PACKETS, 4_000);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), events.subList(0, 2_500), 1);
      store.writer().accept(2_501, events.get(2_500));
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      assertThat(store.writer().resumeSeq()).isEqualTo(2_501);
      feed(store.writer(), events.subList(1_000, 4_000), 1_001);
      List<Fact> found =
          all(store, FactFilter.everything(Resource.PACKETS), "tape_premium_micros", true, 900);
      assertThat(found).extracting(Fact::event).containsExactlyInAnyOrderElementsOf(events);
    }
  }

  @Test
  void theTideAddsUpTheLatestWordOfEachMinute() {
    SampleFacts source = new SampleFacts(3);
    DerivedEvent a = minute(source, "SPY", 1, 0, 700, 200);
    DerivedEvent b = minute(source, "TSLA", 1, 0, 50, 80);
    DerivedEvent c = minute(source, "SPY", 2, 0, 10, 30);
    DerivedEvent corrected = minute(source, "SPY", 1, 1, 600, 200);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), List.of(a, b, c, corrected), 1);
      List<TideMinute> all = store.facts().tide(List.of(), 0, Long.MAX_VALUE, 10);
      assertThat(all).extracting(TideMinute::signedCallMicros).containsExactly(650L, 10L);
      assertThat(all).extracting(TideMinute::symbols).containsExactly(2, 1);
      assertThat(all)
          .extracting(TideMinute::cumulativeSignedMicros)
          .containsExactly(650L - 280, 650L - 280 + 10 - 30);
      assertThat(store.facts().tide(List.of("TSLA"), 0, Long.MAX_VALUE, 10))
          .extracting(TideMinute::signedPutMicros)
          .containsExactly(80L);
      assertThat(store.facts().asOf(Resource.TIDE, "SPY", Long.MAX_VALUE)).isPresent();
      assertThat(store.facts().asOf(Resource.TIDE, "SPY", 5)).isEmpty();
    }
  }

  @Test
  void ruleSetsComeBackWithWhatTheySay() {
    RulesActivated rules =
        new RulesActivated(
            5, "standard", "3", "abc", "[chips]", List.of(new RuleValue("chips.whales", "500000")));
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      store.writer().accept(4, rules);
      store.writer().handedOver(4);
      store.writer().flush();
      assertThat(store.facts().ruleSets()).containsExactly(new RuleSet(4, rules));
    }
  }

  private static DerivedEvent minute(
      SampleFacts source, String symbol, int minute, int revision, long calls, long puts) {
    long start = SamplePrints.OPEN_NANOS + minute * 60_000_000_000L;
    FlowMinute any = (FlowMinute) source.next(Resource.TIDE, 0);
    Map<String, Object> values = new HashMap<>();
    values.put("symbolText", symbol);
    values.put("tsNanos", start + 60_000_000_000L);
    values.put("startNanos", start);
    values.put("revision", revision);
    values.put("signedCallMicros", calls);
    values.put("signedPutMicros", puts);
    return SampleFacts.with(any, values);
  }

  private static DerivedEvent revised(DerivedEvent event, int revision, long offset) {
    return SampleFacts.with(
        event, Map.of("revision", revision, "tsNanos", SamplePrints.OPEN_NANOS + offset));
  }

  private static List<FactCondition> conditions(Resource resource, DerivedEvent like) {
    Layout layout = resource.layout();
    Object[] row = layout.row(like);
    List<FactCondition> out = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      String column = layout.columns().get(i).name();
      Shape.Kind kind = layout.columns().get(i).kind();
      switch (row[i]) {
        case Long n -> out.add(new FactCondition.WholeRange(column, n - 5, n));
        case Double d -> out.add(new FactCondition.RatioRange(column, d, d + 0.25));
        case Boolean b -> out.add(new FactCondition.Is(column, b));
        case String s when kind == Shape.Kind.TEXT ->
            out.add(new FactCondition.OneOf(column, List.of(s, "'; drop table alerts; --")));
        case null, default -> {}
      }
    }
    String symbol = String.valueOf(row[layout.place("underlying")]);
    out.add(new FactCondition.SymbolIn(List.of(symbol, "NONE")));
    return out;
  }

  private static List<DerivedEvent> sample(Resource resource, int count) {
    SampleFacts source = new SampleFacts(resource.ordinal() + 1L);
    List<DerivedEvent> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(source.next(resource, i * 5_000_000L));
    }
    return out;
  }

  private static void feed(DuckWriter writer, List<DerivedEvent> events, long firstCause) {
    long cause = firstCause;
    for (DerivedEvent event : events) {
      writer.accept(cause++, event);
    }
    writer.handedOver(cause - 1);
    writer.flush();
  }

  private static FactQuery query(
      FactFilter filter, Optional<FactPosition> after, int limit, boolean every) {
    return new FactQuery(filter, "ts_nanos", true, every, after, limit);
  }

  private static List<Fact> all(
      DuckStore store, FactFilter filter, String sort, boolean descending, int limit) {
    List<Fact> out = new ArrayList<>();
    Optional<FactPosition> after = Optional.empty();
    do {
      FactPage page =
          store.facts().page(new FactQuery(filter, sort, descending, false, after, limit));
      out.addAll(page.facts());
      after = page.next();
    } while (after.isPresent());
    return out;
  }
}
