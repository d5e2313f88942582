package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.strikes.HeatCell;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.server.contract.Conformance;
import io.truetape.server.contract.FactTypes;
import io.truetape.server.contract.Wire;
import io.truetape.store.SampleFacts;
import io.truetape.store.query.meaning.FactName;
import io.truetape.store.query.meaning.Resource;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FactApiTest {
  private static final int COUNT = 120;
  private final Running running;
  private final Map<Resource, List<DerivedEvent>> events = new EnumMap<>(Resource.class);
  private long cause = Running.STORED;

  FactApiTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @BeforeAll
  void feed() {
    for (Resource resource : Resource.values()) {
      SampleFacts source = new SampleFacts(resource.ordinal() + 40L);
      List<DerivedEvent> list = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        list.add(source.next(resource, i * 1_000_000_000L));
      }
      events.put(resource, list);
      list.forEach(this::store);
    }
    List<RuleValue> values = List.of(new RuleValue("chips.whales", "500000"));
    RulesActivated rules = new RulesActivated(7, "standard", "4", "ab12", "text", values);
    running.store.writer().accept(++cause, rules);
    flush();
  }

  private List<DerivedEvent> of(Resource resource) {
    return java.util.Objects.requireNonNull(events.get(resource));
  }

  private void store(DerivedEvent event) {
    running.store.writer().accept(++cause, event);
  }

  private void flush() {
    running.store.writer().handedOver(cause);
    running.store.writer().flush();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Resource.class,
      names = {"STRIKES", "EXPOSURE", "TIDE", "HEATMAP"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyRowOfEveryListExplainsItself(Resource resource) throws Exception {
    JsonNode body = running.json("/api/v1/" + resource.text() + "?limit=30");
    assertThat(body.path("data").size()).isEqualTo(30);
    assertThat(body.path("meta").path("asOf").asString()).isNotEmpty();
    assertThat(body.path("meta").path("badge").asString()).isEqualTo("SYNTHETIC");
    assertThat(body.path("meta").path("nextCursor").asString()).isNotEmpty();
    List<String> names = new FactTypes().row(resource).stream().map(FactTypes.Field::name).toList();
    for (JsonNode row : body.path("data")) {
      assertThat(row.propertyNames()).containsExactlyElementsOf(names);
      assertThat(row.path("tsNanos").isString()).isTrue();
      assertThat(row.path("basis").asString()).isIn("reported", "measured", "inferred");
      HttpResponse<String> answer =
          running.get("/api/v1/explain/" + row.path("id").asString().replace(" ", "%20"));
      assertThat(answer.statusCode()).as(row.path("id").asString()).isEqualTo(200);
      JsonNode tree = running.parse(answer.body());
      assertThat(Conformance.faults(tree, Wire.TreeAnswer.class)).isEmpty();
      JsonNode root = tree.path("data");
      assertThat(root.path("id").asString()).isEqualTo(row.path("id").asString());
      assertThat(root.path("label").asString()).isNotBlank();
    }
  }

  @Test
  void filtersMeanWhatTheySay() throws Exception {
    List<DerivedEvent> packets = of(Resource.PACKETS);
    long wanted =
        packets.stream()
            .map(FlowPacket.class::cast)
            .filter(p -> p.contract().isCall() && p.tape().premiumMicros() >= 4_000_000_000L)
            .filter(p -> p.clusters().stream().anyMatch(c -> c.kind().name().equals("SWEEP")))
            .count();
    JsonNode found =
        running.json("/api/v1/packets?right=call&minPremium=4000&cluster=sweep&limit=1000");
    assertThat(found.path("data").size()).isEqualTo((int) wanted).isPositive();
    long named =
        of(Resource.SMART_MONEY).stream()
            .map(SmartMoneyEvent.class::cast)
            .filter(e -> !e.abstained() && e.confidence() >= 0.5)
            .count();
    found = running.json("/api/v1/smart-money?abstained=false&minConfidence=0.5&limit=1000");
    assertThat(found.path("data").size()).isEqualTo((int) named).isPositive();
    assertThat(running.json("/api/v1/packets?symbol=NOPE").path("data").size()).isZero();
  }

  @Test
  void pagesHaveNoHoleAndNoRepeatWhileRevisionsArrive() throws Exception {
    List<Long> seen = new ArrayList<>();
    String path = "/api/v1/structures?sort=premium&order=asc&limit=25";
    String cursor = "";
    int round = 0;
    do {
      JsonNode body = running.json(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      body.path("data").forEach(row -> seen.add(row.path("structureSeq").asLong()));
      cursor = body.path("meta").path("nextCursor").asString("");
      round++;
      for (int i = 0; i < 10; i++) {
        DerivedEvent old = of(Resource.STRUCTURES).get(round * 10 + i);
        store(SampleFacts.with(old, Map.of("revision", round, "premiumMicros", 5L * i)));
      }
      flush();
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().hasSize(COUNT);
    JsonNode all = running.json("/api/v1/structures?revisions=all&limit=1000");
    assertThat(all.path("data").size()).isEqualTo(COUNT + 10 * round);
    assertThat(running.json("/api/v1/structures?limit=1000").path("data").size()).isEqualTo(COUNT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "packets?symbl=SPY | symbl | symbol",
        "packets?cluster=swep | cluster | sweep",
        "packets?minPremium=abc | minPremium | ",
        "packets?limit=0 | limit | ",
        "packets?sort=premum | sort | premium",
        "packets?cursor=abc | cursor | ",
        "packets?revisions=some | revisions | ",
        "packets/x | id | ",
        "structures?type=verticle | type | ",
        "structures?mode=codd | mode | coded",
        "smart-money?profile=retail_wale | profile | retail_whale",
        "classifier-hits?classifier=rol | classifier | roll",
        "alerts?severity=hgh | severity | high",
        "alerts?minScore=101 | minScore | ",
        "alerts?state=closed | state | ",
        "equities/prints?class=blok | class | block",
        "dark?kind=absorbed | kind | ",
        "zones?session=never | session | ",
        "strikes/SPY?at=noon | at | ",
        "tide?symbol=SP!Y | symbol | ",
        "heatmap?session=2026-01-16 | symbol | ",
        "rules?x=1 | x | ",
        "explain/nothing:1 | id | ",
        "explain/packet:abc | id | ",
        "explain/packet:1?depth=9 | depth | ",
        "packets/stream?minSize=x | minSize | "
      })
  void aBadQuestionIsRefusedByName(String path, String parameter, String suggestion)
      throws Exception {
    HttpResponse<String> answer = running.get("/api/v1/" + path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = running.parse(answer.body());
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    if (suggestion != null) {
      assertThat(problem.path("suggestion").asString()).isEqualTo(suggestion);
    }
  }

  @Test
  void whatPeopleSayOfAnAlertStaysBesideTheLog() throws Exception {
    AlertChanged alert = (AlertChanged) of(Resource.ALERTS).getFirst();
    String path = "/api/v1/alerts/" + FactName.of(alert).text();
    JsonNode before = running.json(path).path("data").path(0);
    assertThat(before.path("acked").asBoolean()).isFalse();
    assertThat(before.path("mutedUntil").isNull()).isTrue();
    assertThat(change("POST", path + "/ack").statusCode()).isEqualTo(200);
    HttpResponse<String> snoozed = change("POST", path + "/snooze?minutes=15");
    JsonNode row = running.parse(snoozed.body()).path("data").path(0);
    assertThat(row.path("acked").asBoolean()).isTrue();
    assertThat(row.path("muted").asBoolean()).isTrue();
    assertThat(row.path("mutedUntil").asString()).isNotEmpty();
    assertThat(row.path("revision")).isEqualTo(before.path("revision"));
    assertThat(change("DELETE", path + "/mute").statusCode()).isEqualTo(200);
    assertThat(change("DELETE", path + "/ack").statusCode()).isEqualTo(200);
    assertThat(running.json(path).path("data").path(0)).isEqualTo(before);
    assertThat(change("POST", path + "/snooze?minutes=0").statusCode()).isEqualTo(400);
    assertThat(change("POST", "/api/v1/alerts/999999/ack").statusCode()).isEqualTo(404);
    assertThat(change("POST", path + "/ack?rule=standard").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> change(String method, String path) throws Exception {
    return running.send(
        HttpRequest.newBuilder(running.uri(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  @Test
  void scorePartsOfAnAlertSumToItsScore() throws Exception {
    for (JsonNode row : running.json("/api/v1/alerts?limit=20").path("data")) {
      JsonNode tree = running.json("/api/v1/explain/" + row.path("id").asString()).path("data");
      JsonNode score = tree.path("children").path(0);
      double sum = 0;
      for (JsonNode part : score.path("children")) {
        sum += part.path("points").asDouble();
      }
      assertThat(sum)
          .isCloseTo(
              Double.parseDouble(score.path("value").asString()),
              org.assertj.core.data.Offset.offset(1e-9));
      assertThat(row.path("score").path("total").asDouble())
          .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void boardsAnswerAsOfATime() throws Exception {
    DerivedEvent board = of(Resource.STRIKES).get(60);
    String symbol = ((io.truetape.model.event.derived.strikes.StrikeBoard) board).symbolText();
    JsonNode found =
        running.json("/api/v1/strikes/" + symbol + "?at=" + board.tsNanos()).path("data");
    assertThat(found.path("tsNanos").asString()).isEqualTo(Long.toString(board.tsNanos()));
    assertThat(found.path("rows").size()).isPositive();
    assertThat(running.json("/api/v1/exposure/SPY").path("data").path("buckets").isArray())
        .isTrue();
    assertThat(running.get("/api/v1/exposure/NOPE").statusCode()).isEqualTo(404);
    assertThat(running.get("/api/v1/strikes/SPY?at=1").statusCode()).isEqualTo(404);
  }

  @Test
  void tideAndHeatmapAddUp() throws Exception {
    JsonNode tide = running.json("/api/v1/tide?limit=1000").path("data");
    assertThat(tide.size()).isEqualTo(COUNT);
    assertThat(Conformance.faults(tide.path(3), Wire.TideMinute.class)).isEmpty();
    JsonNode last = tide.path(COUNT - 1);
    assertThat(last.path("signedNet").decimalValue())
        .isEqualByComparingTo(
            last.path("signedCall").decimalValue().subtract(last.path("signedPut").decimalValue()));
    long volume = 0;
    for (DerivedEvent event : of(Resource.HEATMAP)) {
      HeatCells heat = (HeatCells) event;
      if (heat.symbolText().equals("SPY")) {
        volume += heat.cells().stream().mapToLong(HeatCell::volume).sum();
      }
    }
    long shown = 0;
    JsonNode map = running.json("/api/v1/heatmap?symbol=SPY&session=2026-01-16").path("data");
    assertThat(Conformance.faults(map, Wire.HeatMap.class)).isEmpty();
    for (JsonNode cell : map.path("cells")) {
      shown += cell.path("volume").asLong();
    }
    assertThat(shown).isEqualTo(volume).isPositive();
  }

  @Test
  void rulesAreToldAsActivated() throws Exception {
    JsonNode rules = running.json("/api/v1/rules").path("data");
    assertThat(Conformance.faults(rules, Wire.RuleSet.class)).isEmpty();
    assertThat(rules.path("sha256").asString()).isEqualTo("ab12");
    assertThat(rules.path("sections").path("chips").path("whales").asString()).isEqualTo("500000");
    assertThat(running.json("/api/v1/rules/history").path("data").size()).isEqualTo(1);
  }

  @Test
  void everyDocumentedRouteIsThere() throws Exception {
    JsonNode paths = running.json("/api/v1/openapi.json").path("paths");
    for (Resource resource : Resource.values()) {
      assertThat(paths.has("/api/v1/" + resource.text() + "/stream")).isTrue();
    }
    assertThat(paths.path("/api/v1/alerts").path("get").path("parameters").toString())
        .contains("minScore");
    assertThat(paths.path("/api/v1/alerts/{id}/snooze").has("post")).isTrue();
  }
}
