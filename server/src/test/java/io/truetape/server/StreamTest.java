package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.derived.ChippedPrint;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class StreamTest {
  private final Running running;

  StreamTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void snapshotThenEveryNewRowInOrder() throws Exception {
    Ear ear = connect();
    assertThat(ear.next("welcome").path("rowBytes").asInt()).isEqualTo(112);
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"format\":\"json\",\"snapshot\":20}");
    List<Long> seqs = ear.seqs("snapshot");
    assertThat(seqs).hasSize(20).last().isEqualTo((long) Running.STORED);
    running.live(1_500);
    List<Long> live = new ArrayList<>();
    while (live.size() < 1_500) {
      live.addAll(ear.seqs("rows"));
    }
    assertThat(live.getFirst()).isEqualTo(Running.STORED + 1L);
    assertThat(live.getLast()).isEqualTo(Running.STORED + 1_500L);
    assertThat(live).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void filtersHoldForSnapshotAndRows() throws Exception {
    Ear ear = connect();
    ear.say(
        "{\"op\":\"subscribe\",\"channel\":\"flow\",\"format\":\"json\",\"snapshot\":5,"
            + "\"filters\":{\"symbol\":[\"SPX\",\"QQQ\"],\"right\":\"put\",\"minSize\":100}}");
    ear.seqs("snapshot");
    List<Long> wanted =
        running.live(600).stream()
            .filter(p -> !p.contract().isCall() && p.print().size() >= 100)
            .filter(p -> List.of("SPX", "QQQ").contains(p.contract().underlying()))
            .map(ChippedPrint::printSeq)
            .toList();
    List<Long> live = new ArrayList<>();
    while (live.size() < wanted.size()) {
      live.addAll(ear.seqs("rows"));
    }
    assertThat(live).isEqualTo(wanted);
  }

  @Test
  void binaryRowsSayTheSame() throws Exception {
    Ear ear = connect();
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":0}");
    ear.next("subscribed");
    ChippedPrint print = running.live(1).getFirst();
    JsonNode entry = ear.next("contracts").path("entries").path(0);
    ByteBuffer frame = ear.frame();
    assertThat(frame.get(0)).isEqualTo((byte) 1);
    assertThat(frame.getShort(2)).isEqualTo((short) 1);
    assertThat(frame.getShort(4)).isEqualTo((short) 112);
    assertThat(frame.getLong(8)).isEqualTo(print.printSeq());
    assertThat(frame.getLong(32)).isEqualTo(print.printSeq());
    assertThat(frame.getLong(40)).isEqualTo(print.tsNanos());
    assertThat(frame.getLong(48)).isEqualTo(print.print().priceMicros());
    assertThat(frame.getLong(56)).isEqualTo(print.measured().premiumMicros());
    assertThat(frame.getLong(88)).isEqualTo(print.chips());
    assertThat(frame.getInt(96)).isEqualTo(entry.path(0).asInt());
    assertThat(frame.getInt(100)).isEqualTo(print.print().size());
    assertThat(entry.path(1).asString()).isEqualTo(print.contract().root());
    assertThat(frame.remaining()).isEqualTo(32 + 112);
  }

  @Test
  void resumingAfterASeqGivesWhatWasMissedOnce() throws Exception {
    running.live(40);
    Ear ear = connect();
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"format\":\"json\",\"after\":1990}");
    assertThat(ear.seqs("snapshot")).hasSize(50).startsWith(1_991L).endsWith(2_040L).isSorted();
  }

  @Test
  void aClientThatDoesNotReadHearsOfItsGapAndHurtsNobody() throws Exception {
    Ear slow = connect();
    slow.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"format\":\"json\",\"snapshot\":0}");
    slow.seqs("snapshot");
    slow.stall();
    Ear quick = connect();
    quick.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":0}");
    quick.next("subscribed");
    int rows = 0;
    for (int round = 0; round < 30; round++) {
      running.live(1_000);
      int wanted = 1_000;
      while (wanted > 0) {
        wanted -= quick.frame().getShort(2);
      }
      rows += 1_000;
    }
    assertThat(rows).isEqualTo(30_000);
    assertThat(running.hub.droppedRows()).isPositive();
    slow.resume();
    JsonNode gap = slow.next("gap");
    assertThat(gap.path("count").asLong()).isPositive();
    assertThat(gap.path("to").asLong()).isGreaterThan(gap.path("from").asLong());
    assertThat(slow.seqs("rows").getFirst()).isGreaterThan(gap.path("to").asLong());
  }

  @Test
  void badMessagesAreAnsweredAndForgiven() throws Exception {
    Ear ear = connect();
    ear.say("{");
    assertThat(ear.next("error").path("status").asInt()).isEqualTo(400);
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"filters\":{\"chips\":\"wales\"}}");
    JsonNode error = ear.next("error");
    assertThat(error.path("parameter").asString()).isEqualTo("chips");
    assertThat(error.path("suggestion").asString()).isEqualTo("whales");
    ear.say("{\"op\":\"subscribe\",\"channel\":\"tape\"}");
    assertThat(ear.next("error").path("parameter").asString()).isEqualTo("channel");
    ear.say("{\"op\":\"ping\"}");
    ear.next("pong");
  }

  @Test
  void aHeartbeatComesEachSecond() throws Exception {
    Ear ear = connect();
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":0}");
    JsonNode beat = ear.next("heartbeat");
    assertThat(beat.path("badge").asString()).isEqualTo("SYNTHETIC");
    assertThat(beat.path("stale").asBoolean()).isFalse();
  }

  @Test
  void aPageOfAnotherOriginGetsNoSocket() {
    assertThatThrownBy(
            () ->
                running
                    .http
                    .newWebSocketBuilder()
                    .header("Origin", "http://evil.example")
                    .buildAsync(socket(), new Ear(running))
                    .join())
        .rootCause()
        .hasMessageContaining("403");
  }

  @Test
  void eventsResumeAfterTheLastId() throws Exception {
    running.live(10);
    HttpRequest request =
        HttpRequest.newBuilder(running.uri("/api/v1/flow/stream?right=call"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", "1950")
            .build();
    HttpResponse<java.io.InputStream> answer =
        running.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    List<Long> wanted =
        running.prints.stream()
            .filter(p -> p.printSeq() > 1_950 && p.contract().isCall())
            .map(ChippedPrint::printSeq)
            .toList();
    List<Long> ids = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      while (ids.size() < wanted.size()) {
        String line = lines.readLine();
        if (line.startsWith("id: ")) {
          ids.add(Long.parseLong(line.substring(4)));
        }
      }
    }
    assertThat(ids).isEqualTo(wanted);
  }

  private URI socket() {
    return URI.create("ws://127.0.0.1:" + running.server.port() + "/ws");
  }

  private Ear connect() {
    Ear ear = new Ear(running);
    running.http.newWebSocketBuilder().buildAsync(socket(), ear).join();
    return ear;
  }

  /// A client that can stop listening.
  private static final class Ear implements WebSocket.Listener {
    private final Running running;
    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private volatile boolean stalled;
    private @Nullable WebSocket socket;

    Ear(Running running) {
      this.running = running;
    }

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
      opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(running.parse(text.toString()));
        text.setLength(0);
      }
      more(from);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      ByteBuffer joined = ByteBuffer.allocate(bytes.remaining() + part.remaining());
      joined.put(bytes).put(part).flip();
      bytes = joined;
      if (last) {
        frames.add(joined.order(ByteOrder.LITTLE_ENDIAN));
        bytes = ByteBuffer.allocate(0);
      }
      more(from);
      return null;
    }

    private void more(WebSocket from) {
      if (!stalled) {
        from.request(1);
      }
    }

    void stall() {
      stalled = true;
    }

    void resume() {
      stalled = false;
      java.util.Objects.requireNonNull(socket).request(1);
    }

    void say(String message) {
      java.util.Objects.requireNonNull(socket).sendText(message, true).join();
    }

    /// The next message with this `op`; others before it are passed over.
    JsonNode next(String op) throws InterruptedException {
      while (true) {
        JsonNode message = texts.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message " + op).isNotNull();
        if (message.path("op").asString().equals(op)) {
          return message;
        }
      }
    }

    List<Long> seqs(String op) throws InterruptedException {
      List<Long> out = new ArrayList<>();
      next(op).path("rows").forEach(row -> out.add(row.path("seq").asLong()));
      return out;
    }

    ByteBuffer frame() throws InterruptedException {
      ByteBuffer frame = frames.poll(20, TimeUnit.SECONDS);
      assertThat(frame).as("a binary frame").isNotNull();
      return frame;
    }
  }
}
