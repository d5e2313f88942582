package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.store.SampleFacts;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.meaning.FactName;
import io.truetape.store.query.meaning.Resource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
final class FactStreamTest {
  private final Running running;
  private final SampleFacts source = new SampleFacts(77);
  private long cause = Running.STORED;

  FactStreamTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aChannelTellsWhatWasAndThenEveryNewWord() throws Exception {
    List<DerivedEvent> before = make(Resource.PACKETS, 30);
    before.forEach(this::store);
    flush();
    Ear ear = connect();
    ear.say("{'op':'subscribe','channel':'packets','filters':{'right':'call'},'snapshot':100}");
    List<Long> wanted = calls(before);
    List<Long> heard = new ArrayList<>();
    ear.next("subscribed", "packets");
    ear.next("snapshot", "packets").path("rows").forEach(r -> heard.add(seq(r)));
    assertThat(heard).containsExactlyInAnyOrderElementsOf(wanted);
    List<DerivedEvent> after = make(Resource.PACKETS, 300);
    after.forEach(this::live);
    handOver();
    wanted = calls(after);
    heard.clear();
    while (heard.size() < wanted.size()) {
      ear.next("rows", "packets").path("rows").forEach(r -> heard.add(seq(r)));
    }
    assertThat(heard).containsExactlyElementsOf(wanted);
  }

  @Test
  void rowsAndConclusionsCanBeHeardAtOnceAndLeftApart() throws Exception {
    Ear ear = connect();
    ear.say("{'op':'subscribe','channel':'flow','format':'json','snapshot':1}");
    ear.say("{'op':'subscribe','channel':'structures','snapshot':0}");
    ear.say("{'op':'subscribe','channel':'zones','snapshot':0}");
    ear.next("snapshot", "zones");
    make(Resource.STRUCTURES, 2).forEach(this::live);
    make(Resource.ZONES, 2).forEach(this::live);
    handOver();
    assertThat(ear.next("rows", "structures").path("rows").size()).isPositive();
    assertThat(ear.next("rows", "zones").path("rows").size()).isPositive();
    ear.say("{'op':'unsubscribe','channel':'structures'}");
    ear.next("unsubscribed", "structures");
    make(Resource.STRUCTURES, 2).forEach(this::live);
    make(Resource.ZONES, 2).forEach(this::live);
    handOver();
    ear.next("rows", "zones");
    assertThat(ear.texts.stream().map(JsonNode::toString))
        .noneMatch(text -> text.contains("\"structures\""));
    ear.say("{'op':'subscribe','channel':'structurs'}");
    assertThat(ear.next("error", "").path("suggestion").asString()).isEqualTo("structures");
  }

  @Test
  void theAlertChannelHoldsBackWhatIsTooMuchOrMuted() throws Exception {
    Ear ear = connect();
    ear.say("{'op':'subscribe','channel':'alerts','snapshot':0}");
    ear.next("snapshot", "alerts");
    List<DerivedEvent> opened = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      opened.add(alert(AlertChange.OPENED, i * 10_000_000_000L));
    }
    AlertChanged muted = (AlertChanged) opened.get(3);
    running.marks.mute(FactName.of(muted).text(), Long.MAX_VALUE);
    opened.forEach(this::live);
    AlertChanged held = (AlertChanged) opened.getLast();
    Map<String, Object> more = Map.of("change", AlertChange.ESCALATED, "revision", 1);
    live(SampleFacts.with(held, more));
    DerivedEvent later = alert(AlertChange.OPENED, 4_000_000_000_000L);
    live(later);
    handOver();
    List<Long> heard = new ArrayList<>();
    long withheld = 0;
    while (heard.size() < 120) {
      JsonNode message = ear.next("rows", "alerts");
      message.path("rows").forEach(r -> heard.add(r.path("alertSeq").asLong()));
      withheld = message.path("withheld").asLong();
    }
    List<Long> wanted = new ArrayList<>();
    opened.subList(0, 120).forEach(a -> wanted.add(((AlertChanged) a).alertSeq()));
    wanted.remove(muted.alertSeq());
    wanted.add(((AlertChanged) later).alertSeq());
    assertThat(heard).isEqualTo(wanted);
    assertThat(withheld).isEqualTo(10);
    assertThat(running.json("/api/v1/alerts").path("withheld").asLong()).isEqualTo(10);
  }

  @Test
  void eventsResumeAfterTheLastOneHeard() throws Exception {
    List<DerivedEvent> all = make(Resource.DARK, 50);
    all.forEach(this::store);
    flush();
    HttpRequest request =
        HttpRequest.newBuilder(running.uri("/api/v1/dark/stream"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(Running.STORED + 20))
            .build();
    HttpResponse<java.io.InputStream> answer =
        running.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    List<Long> ids = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      while (ids.size() < 30) {
        String line = lines.readLine();
        if (line.startsWith("id: ")) {
          ids.add(Long.parseLong(line.substring(4)));
        }
      }
    }
    assertThat(ids).doesNotHaveDuplicates().isSorted().startsWith(Running.STORED + 21L);
  }

  private DerivedEvent alert(AlertChange change, long offset) {
    Map<String, Object> values = new HashMap<>();
    values.put("change", change);
    values.put("tsNanos", SamplePrints.OPEN_NANOS + offset);
    return SampleFacts.with(source.next(Resource.ALERTS, offset), values);
  }

  private List<DerivedEvent> make(Resource resource, int count) {
    List<DerivedEvent> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(source.next(resource, i * 1_000_000L));
    }
    return out;
  }

  private static List<Long> calls(List<DerivedEvent> packets) {
    return packets.stream()
        .map(FlowPacket.class::cast)
        .filter(p -> p.contract().isCall())
        .map(FlowPacket::packetSeq)
        .toList();
  }

  private static long seq(JsonNode row) {
    return row.path("packetSeq").asLong();
  }

  private void store(DerivedEvent event) {
    running.store.writer().accept(++cause, event);
  }

  private void flush() {
    running.store.writer().handedOver(cause);
    running.store.writer().flush();
  }

  private void live(DerivedEvent event) {
    running.hub.accept(++cause, event);
  }

  private void handOver() {
    running.hub.handedOver(cause);
  }

  private Ear connect() {
    Ear ear = new Ear();
    ear.socket =
        running
            .http
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + running.server.port() + "/ws"), ear)
            .join();
    return ear;
  }

  private final class Ear implements WebSocket.Listener {
    final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(running.parse(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    void say(String message) {
      java.util.Objects.requireNonNull(socket).sendText(message.replace('\'', '"'), true).join();
    }

    JsonNode next(String op, String channel) throws InterruptedException {
      while (true) {
        JsonNode message = texts.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message " + op + " of " + channel).isNotNull();
        if (message.path("op").asString("").equals(op)
            && message.path("channel").asString("").equals(channel)) {
          return message;
        }
      }
    }
  }
}
