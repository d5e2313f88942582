package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.ops.RulePreview;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.id.EventRef;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.alert.AlertStage;
import io.truetape.server.explain.Explainer;
import io.truetape.server.view.FactJson;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.DuckWriter;
import io.truetape.store.duckdb.StorePlan;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Some minutes of a market through the rooms into the store: what is said can be followed back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedMarketTest {
  private static final int MINUTES = 2;
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Said> said = new ArrayList<>();
  private final Path folder;
  private final DuckStore whole;

  private record Said(long causeSeq, Event event) {}

  ExplainedMarketTest(@TempDir Path folder) {
    this.folder = folder;
    whole = DuckStore.open(StorePlan.in(folder.resolve("whole")));
  }

  @AfterAll
  void close() {
    whole.close();
  }

  @BeforeAll
  void play() {
    SeededMarket.play(
        7,
        SyntheticMode.REALISTIC,
        MINUTES,
        (seq, event) -> {
          if (event instanceof ChippedPrint || Resource.of(event).isPresent()) {
            said.add(new Said(seq, event));
          }
        });
    feed(whole.writer(), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minPremium=20000&chips=sweeps,-multi-leg",
        "symbol=SPY,NVDA&right=put&minDte=2",
        "on=packet&cluster=sweep&minPremium=50000",
        "on=structure&minPremium=20000",
        "on=profile&minConfidence=0.6",
        "on=classifier&classifier=large_bullish_call_sweep",
        "on=exposure&crossing=zero-gamma"
      })
  void aPreviewOfTheStoreSaysWhatTheRoomSaysOfEveryEvent(String rule) {
    List<AlertChanged> wanted = new ArrayList<>();
    Map<String, AlertStage> rooms = new HashMap<>();
    long[] seq = new long[1];
    Emitter out =
        new Emitter() {
          @Override
          public long seq() {
            return seq[0];
          }

          @Override
          public void emit(DerivedEvent event) {
            if (event instanceof AlertChanged alert
                && alert.rule().equals("preview")
                && (alert.change() == AlertChange.OPENED
                    || alert.change() == AlertChange.SUPPRESSED)) {
              wanted.add(alert);
            }
          }
        };
    said.stream()
        .filter(s -> Resource.of(s.event()).filter(r -> r != Resource.ALERTS).isPresent())
        .map(
            s ->
                new Fact(
                    Resource.of(s.event()).orElseThrow(), s.causeSeq(), (DerivedEvent) s.event()))
        .sorted(
            Comparator.comparingLong(Fact::causeSeq)
                .thenComparingLong(f -> f.name().seq())
                .thenComparingLong(f -> f.name().revision()))
        .forEach(
            fact -> {
              seq[0] = fact.causeSeq();
              room(rooms, fact.symbol(), rule, out).on(fact.event(), out);
            });
    said.stream()
        .filter(s -> s.event() instanceof ChippedPrint)
        .forEach(
            s -> {
              ChippedPrint print = (ChippedPrint) s.event();
              seq[0] = s.causeSeq();
              room(rooms, print.contract().underlying(), rule, out).on(print, out);
            });
    RulePreview preview = RulePreview.of(whole, rule, SessionClock.standard());

    assertThat(preview.complete()).isTrue();
    assertThat(preview.fired() + preview.withheld()).isEqualTo(wanted.size());
    assertThat(preview.first())
        .containsExactlyElementsOf(wanted.subList(0, Math.min(20, wanted.size())));
  }

  private static AlertStage room(
      Map<String, AlertStage> rooms, String underlying, String rule, Emitter out) {
    return rooms.computeIfAbsent(
        underlying,
        _ -> {
          AlertStage room = new AlertStage(SessionClock.standard());
          room.on(new UserRuleActivated(0, "preview", "local", rule, true), out);
          return room;
        });
  }

  @Test
  void everyReferenceOfEveryConclusionResolvesInTheStore() {
    DuckStore store = whole;
    Explainer explainer =
        new Explainer(store.facts(), store.prints(), store.candles(), SessionClock.standard());
    List<Fact> alerts = pages(store, Resource.ALERTS, false);
    assertThat(alerts).isNotEmpty();
    for (Resource resource : Resource.values()) {
      assertThat(pages(store, resource, false)).extracting(FactJson::id).doesNotHaveDuplicates();
    }
    for (Fact fact : spread(alerts, 40)) {
      ((AlertChanged) fact.event()).evidence().forEach(ref -> assertKept(explainer, ref));
      String text = explainer.explain(FactJson.id(fact), 4);
      assertThat(text).doesNotContain("\"missing\"");
      List<String> kinds = kinds(mapper.readTree(text));
      assertThat(kinds).contains("score", "would-not-have-fired-if");
      if (!((AlertChanged) fact.event()).evidence().isEmpty()) {
        assertThat(kinds).contains("print");
      }
      if (!((AlertChanged) fact.event()).hits().isEmpty()) {
        assertThat(kinds).contains("classifier", "condition");
      }
    }
    List<Fact> events = pages(store, Resource.SMART_MONEY, false);
    for (Fact fact : spread(events, 60)) {
      ((SmartMoneyEvent) fact.event()).subjects().forEach(ref -> assertKept(explainer, ref));
    }
    for (Fact fact : spread(pages(store, Resource.DARK, false), 60)) {
      ((DarkInference) fact.event())
          .evidence()
          .forEach(seq -> assertKept(explainer, new EventRef("equity-print", seq)));
    }
  }

  @Test
  void aStoreCutOffAndFedAgainHoldsEachConclusionOnce() {
    Path cut = folder.resolve("cut");
    int half = said.size() / 2;
    try (DuckStore store = DuckStore.open(StorePlan.in(cut))) {
      for (Said s : said.subList(0, half)) {
        store.writer().accept(s.causeSeq(), s.event());
      }
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(cut))) {
      assertThat(store.writer().resumeSeq()).isBetween(2L, said.get(half).causeSeq());
      feed(store.writer(), said.subList(half / 3, said.size()));
      for (Resource resource : Resource.values()) {
        List<Event> wanted =
            said.stream().map(Said::event).filter(resource.type()::isInstance).toList();
        assertThat(pages(store, resource, true))
            .as(resource.text())
            .extracting(f -> (Event) f.event())
            .containsExactlyInAnyOrderElementsOf(wanted);
      }
    }
  }

  /// At most so many of them, evenly apart.
  private static List<Fact> spread(List<Fact> all, int most) {
    int step = Math.max(1, all.size() / most);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private static void feed(DuckWriter writer, List<Said> what) {
    what.forEach(s -> writer.accept(s.causeSeq(), s.event()));
    writer.handedOver(what.getLast().causeSeq());
    writer.flush();
  }

  private static void assertKept(Explainer explainer, EventRef ref) {
    assertThat(explainer.explain(ref.kind() + ":" + ref.seq(), 1)).contains("\"kind\"");
  }

  private static List<String> kinds(JsonNode node) {
    List<String> out = new ArrayList<>();
    out.add(node.path("kind").asString());
    node.path("children").forEach(child -> out.addAll(kinds(child)));
    return out;
  }

  private static List<Fact> pages(DuckStore store, Resource resource, boolean everyRevision) {
    List<Fact> out = new ArrayList<>();
    Optional<FactPosition> after = Optional.empty();
    do {
      FactFilter filter = FactFilter.everything(resource);
      FactPage page =
          store.facts().page(new FactQuery(filter, "ts_nanos", false, everyRevision, after, 1_000));
      out.addAll(page.facts());
      after = page.next();
    } while (after.isPresent());
    return out;
  }
}
