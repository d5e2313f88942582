package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.Chip;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlowApiTest {
  private final Path folder;
  private final Running running;

  FlowApiTest(@TempDir Path folder) {
    this.folder = folder.resolve("other");
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @BeforeAll
  void check() {
    assertThat(running.prints).hasSize(Running.STORED);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void newestFiftyComeWithoutParameters() throws Exception {
    JsonNode body = running.json("/api/v1/flow");
    assertThat(body.path("data").size()).isEqualTo(50);
    assertThat(body.path("data").path(0).path("seq").asLong()).isEqualTo(Running.STORED);
    JsonNode meta = body.path("meta");
    assertThat(meta.path("badge").asString()).isEqualTo("SYNTHETIC");
    assertThat(meta.path("ruleVersion").asString()).isEqualTo("standard-1");
    assertThat(meta.path("seq").asLong()).isEqualTo(77);
    assertThat(meta.path("nextCursor").asString()).isNotEmpty();
  }

  @Test
  void aRowSaysWhatThePrintWas() throws Exception {
    ChippedPrint p = running.prints.get(9);
    JsonNode row = running.json("/api/v1/flow/10").path("data");
    assertThat(row.path("tsNanos").asString()).isEqualTo("1768573800010000000");
    assertThat(row.path("ts").asString()).isEqualTo("2026-01-16T09:30:00.010-05:00");
    assertThat(row.path("price").decimalValue().movePointRight(6).longValueExact())
        .isEqualTo(p.print().priceMicros());
    assertThat(row.path("underlying").asString()).isEqualTo(p.contract().underlying());
    assertThat(row.path("chips").size()).isEqualTo(Chip.of(p.chips()).size());
    assertThat(row.path("sigScore").isNull()).isEqualTo(p.measured().sigScore() < 0);
    assertThat(row.path("cancelled").asBoolean()).isFalse();
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepetition() throws Exception {
    List<Long> seen = new ArrayList<>();
    String path = "/api/v1/flow?sort=size&order=asc&limit=300&right=call";
    String cursor = "";
    do {
      JsonNode body = running.json(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      body.path("data").forEach(row -> seen.add(row.path("seq").asLong()));
      cursor = body.path("meta").path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    List<Long> calls =
        running.prints.stream()
            .filter(p -> p.contract().isCall())
            .map(ChippedPrint::printSeq)
            .toList();
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(calls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow?symbl=SPY | symbl | symbol",
        "flow?minPremium=abc | minPremium | ",
        "flow?minSize=-1 | minSize | ",
        "flow?maxSigScore=1.5 | maxSigScore | ",
        "flow?limit=0 | limit | ",
        "flow?limit=1001 | limit | ",
        "flow?limit=ten | limit | ",
        "flow?sort=premum | sort | premium",
        "flow?order=down | order | ",
        "flow?chips=wales | chips | whales",
        "flow?chips=whales,-whales | chips | ",
        "flow?side=bought | side | ",
        "flow?location=ASKK | location | ASK",
        "flow?venue=XCBOE | venue | XCBO",
        "flow?expiry=2026-13-01 | expiry | ",
        "flow?session=nope | session | ",
        "flow?from=yesterday | from | ",
        "flow?symbol= | symbol | ",
        "flow?symbol=SPY,,QQQ | symbol | ",
        "flow?symbol=SPY&symbol=QQQ | symbol | ",
        "flow?cursor=xyz | cursor | ",
        "flow/abc | id | ",
        "flow/0 | id | ",
        "flow/summary?limit=5 | limit | ",
        "flow/facets?limit=9999 | limit | ",
        "candles?symbol=SPY&interval=2m | interval | 1m",
        "candles?interval=1m | symbol | ",
        "flow/stream?minDte=x | minDte | "
      })
  void aBadQuestionIsRefusedByName(String path, String parameter, String suggestion)
      throws Exception {
    HttpResponse<String> answer = running.get("/api/v1/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = running.parse(answer.body());
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.path("detail").asString()).isNotBlank();
    if (suggestion != null) {
      assertThat(problem.path("suggestion").asString()).isEqualTo(suggestion);
    }
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() throws Exception {
    String cursor =
        running.json("/api/v1/flow?right=call").path("meta").path("nextCursor").asString();
    assertThat(running.get("/api/v1/flow?right=call&cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(running.get("/api/v1/flow?right=put&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(running.get("/api/v1/flow?right=call&order=asc&cursor=" + cursor).statusCode())
        .isEqualTo(400);
  }

  @Test
  void unknownPathsAndMethodsAreProblems() throws Exception {
    assertThat(running.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(running.get("/api/v1/nothing").body()).contains("\"status\":404");
    assertThat(running.get("/api/v1/flow/999999").statusCode()).isEqualTo(404);
    HttpRequest delete = HttpRequest.newBuilder(running.uri("/api/v1/flow")).DELETE().build();
    assertThat(running.send(delete).statusCode()).isEqualTo(405);
    assertThat(running.send(delete).body()).contains("\"status\":405").doesNotContain("\tat ");
  }

  @Test
  void explanationNamesEveryChipWithItsOutcome() throws Exception {
    ChippedPrint p = running.prints.get(99);
    JsonNode body = running.json("/api/v1/flow/100/explain").path("data");
    assertThat(body.path("chips").size()).isEqualTo(Chip.values().length);
    for (JsonNode node : body.path("chips")) {
      Chip chip = Chip.labelled(node.path("chip").asString()).orElseThrow();
      assertThat(node.path("passed").asBoolean()).isEqualTo(chip.isIn(p.chips()));
    }
    assertThat(body.path("observations").path(0).path("seq").asLong()).isEqualTo(100);
    assertThat(body.path("side").path(0).path("basis").asString()).isEqualTo("inferred");
    assertThat(body.path("chips").toString()).contains("\"threshold\":\"500000\"");
  }

  @Test
  void summaryAndFacetsAgreeWithThePrints() throws Exception {
    JsonNode summary = running.json("/api/v1/flow/summary?symbol=SPX").path("data");
    List<ChippedPrint> spx =
        running.prints.subList(0, Running.STORED).stream()
            .filter(p -> p.contract().underlying().equals("SPX"))
            .toList();
    long premium = spx.stream().mapToLong(p -> p.measured().premiumMicros()).sum();
    assertThat(summary.path("prints").asInt()).isEqualTo(spx.size());
    assertThat(summary.path("premium").decimalValue().movePointRight(6).longValueExact())
        .isEqualTo(premium);
    JsonNode facets = running.json("/api/v1/flow/facets").path("data");
    int calls = 0;
    for (JsonNode facet : facets) {
      if (facet.path("field").asString().equals("right")
          && facet.path("value").asString().equals("call")) {
        calls = facet.path("prints").asInt();
      }
    }
    assertThat(calls)
        .isEqualTo(
            (int)
                running.prints.subList(0, Running.STORED).stream()
                    .filter(p -> p.contract().isCall())
                    .count());
  }

  @Test
  void presetsChangeOnlyFromTheVersionTheyWereReadAt() throws Exception {
    HttpResponse<String> made =
        change(
            "POST",
            "/api/v1/presets",
            Map.of(),
            "{\"name\":\"big calls\",\"query\":\"right=call&minPremium=250000\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    long id = running.parse(made.body()).path("data").path("id").asLong();
    String path = "/api/v1/presets/" + id;
    String body = "{\"name\":\"bigger\",\"query\":\"minPremium=500000\",\"version\":1}";
    assertThat(change("PUT", path, Map.of(), body).statusCode()).isEqualTo(200);
    assertThat(change("PUT", path, Map.of(), body).statusCode()).isEqualTo(409);
    assertThat(
            change(
                    "POST",
                    "/api/v1/presets",
                    Map.of(),
                    "{\"name\":\"x\",\"query\":\"minPremum=1\"}")
                .body())
        .contains("minPremium");
    assertThat(change("POST", "/api/v1/presets", Map.of(), "{").statusCode()).isEqualTo(400);
    assertThat(change("DELETE", path, Map.of(), "").statusCode()).isEqualTo(204);
    assertThat(change("DELETE", path, Map.of(), "").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherOriginMayNotChangeAnything() throws Exception {
    String body = "{\"name\":\"evil\",\"query\":\"\"}";
    assertThat(
            change("POST", "/api/v1/presets", Map.of("Origin", "http://evil.example"), body)
                .statusCode())
        .isEqualTo(403);
    String own = "http://127.0.0.1:" + running.server.port();
    assertThat(change("POST", "/api/v1/presets", Map.of("Origin", own), body).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() throws Exception {
    String body = "{\"name\":\"" + "x".repeat(70_000) + "\",\"query\":\"\"}";
    assertThat(change("POST", "/api/v1/presets", Map.of(), body).statusCode()).isEqualTo(413);
  }

  @Test
  void answersCarryTheHeadersThatKeepBrowsersHonest() throws Exception {
    HttpResponse<String> answer = running.get("/api/v1/health");
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("frame-ancestors 'none'").contains("script-src 'self';");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(running.parse(answer.body()).path("feeds").path(0).path("state").asString())
        .isEqualTo("LIVE");
    assertThat(running.get("/api/v1/ready").statusCode()).isEqualTo(200);
    assertThat(running.get("/metrics").body()).contains("truetape_prints_per_second 12.5");
  }

  @Test
  void theDocumentDescribesExactlyTheRoutesThatAnswer() throws Exception {
    JsonNode paths = running.json("/api/v1/openapi.json").path("paths");
    List<String> described = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    assertThat(described).containsExactlyInAnyOrderElementsOf(running.server.paths());
    assertThat(described).contains("GET /api/v1/flow", "DELETE /api/v1/presets/{id}");
  }

  @Test
  void thePortInUseIsSaidClearly() {
    ServerPlan same = ServerPlan.loopback(running.server.port());
    assertThatThrownBy(() -> new Running(folder, same).close())
        .isInstanceOf(ServerFault.class)
        .hasMessageContaining("is in use");
  }

  @Test
  void anAddressOthersCanReachIsRefused() {
    ServerPlan open = new ServerPlan("0.0.0.0", 0, java.util.Optional.empty(), 10, 10, 1_000, 10);
    assertThatThrownBy(() -> new Running(folder.resolve("open"), open).close())
        .isInstanceOf(ServerFault.class)
        .hasMessageContaining("no authentication");
  }

  private HttpResponse<String> change(
      String method, String path, Map<String, String> headers, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(running.uri(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return running.send(request.build());
  }
}
