package io.truetape.server;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.time.SessionClock;
import io.truetape.server.stream.LiveHub;
import io.truetape.server.view.Badge;
import io.truetape.server.view.FeedReport;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.RuleDefaults;
import io.truetape.store.SamplePrints;
import io.truetape.store.appstate.SqliteAlertMarks;
import io.truetape.store.appstate.SqlitePresets;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.StorePlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server over a store of 2,000 prints; more can be fed live.
final class Running implements AutoCloseable {
  static final int STORED = 2_000;
  final List<ChippedPrint> prints = new ArrayList<>();
  final DuckStore store;
  final LiveHub hub;
  final TruetapeServer server;
  final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final SqlitePresets presets;
  final SqliteAlertMarks marks;
  volatile HealthReport health;
  private final SamplePrints source = new SamplePrints(5);
  private final JsonMapper mapper = JsonMapper.builder().build();

  Running(Path folder, ServerPlan plan) {
    store = DuckStore.open(StorePlan.in(folder));
    for (int i = 1; i <= STORED; i++) {
      ChippedPrint print = next();
      store.writer().accept(print.printSeq(), print);
    }
    store.writer().handedOver(STORED);
    store.writer().flush();
    presets = SqlitePresets.open(folder);
    marks = SqliteAlertMarks.open(folder, "test");
    health =
        new HealthReport(
            Badge.SYNTHETIC,
            77,
            SamplePrints.OPEN_NANOS,
            3,
            false,
            false,
            "",
            12.5,
            "standard-1",
            true,
            List.of(new FeedReport("synthetic", "LIVE", "", SamplePrints.OPEN_NANOS)));
    hub = new LiveHub(() -> health, SessionClock.standard(), Clock.systemUTC(), marks);
    server =
        TruetapeServer.start(
            plan,
            new ServerPorts(
                store.prints(),
                store.candles(),
                store.sessions(),
                presets,
                () -> health,
                new RuleDefaults(),
                store.facts(),
                marks,
                hub,
                Clock.systemUTC()));
  }

  /// Makes the next print, one millisecond after the last.
  ChippedPrint next() {
    ChippedPrint print = source.next(prints.size() + 1, (prints.size() + 1) * 1_000_000L);
    prints.add(print);
    return print;
  }

  /// Feeds `count` new prints to the stream.
  List<ChippedPrint> live(int count) {
    List<ChippedPrint> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ChippedPrint print = next();
      hub.accept(print.printSeq(), print);
      out.add(print);
    }
    hub.handedOver(prints.size());
    return out;
  }

  /// As if the pipeline had got this far.
  void reach(long seq) {
    HealthReport h = health;
    health =
        new HealthReport(
            h.badge(),
            seq,
            h.asOfNanos(),
            h.lagMillis(),
            h.degraded(),
            h.stale(),
            h.reason(),
            h.printsPerSecond(),
            h.ruleVersion(),
            h.ready(),
            h.feeds());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return mapper.readTree(get(path).body());
  }

  JsonNode parse(String text) {
    return mapper.readTree(text);
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.close();
    presets.close();
    marks.close();
    store.close();
  }
}
