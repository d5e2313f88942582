package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.server.contract.Conformance;
import io.truetape.server.contract.ContractFile;
import io.truetape.server.contract.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
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

/// The page's contract: its file is fresh, its records tell the truth, its bytes are pinned.
@Timeout(60)
final class ContractTest {
  private static final boolean WRITE = System.getProperty("truetape.contract", "").equals("write");
  private static final int GOLDEN_ROWS = 8;
  private final Running running;

  ContractTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void typesOfThePageAreFresh() throws IOException {
    same(ContractFile.FILE, ContractFile.text());
    same(ContractFile.FACTS, ContractFile.facts());
  }

  @Test
  void answersAreWhatTheRecordsSay() throws Exception {
    conforms("/api/v1/flow?limit=200", Wire.FlowPage.class);
    conforms("/api/v1/flow/7/explain", Wire.ExplainAnswer.class);
    conforms("/api/v1/flow/filters/catalog", Wire.Catalog.class);
    conforms("/api/v1/health", Wire.Health.class);
    conforms("/api/v1/flow?sort=x", Wire.Problem.class);
    conforms("/api/v1/flow/999999", Wire.Problem.class);
  }

  @Test
  void messagesAreWhatTheRecordsSay() throws Exception {
    Ear ear = connect();
    conforms(ear.next("welcome"), Wire.Welcome.class);
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":20}");
    conforms(ear.next("subscribed"), Wire.Subscribed.class);
    conforms(ear.next("contracts"), Wire.ContractsMessage.class);
    conforms(ear.next("heartbeat"), Wire.Heartbeat.class);
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"filters\":{\"minSize\":\"x\"}}");
    conforms(ear.next("error"), Wire.Problem.class);
  }

  @Test
  void oneBadFieldIsFound() {
    JsonNode node = running.parse("{\"label\":\"otm\",\"meaning\":7,\"bit\":10}");
    assertThat(Conformance.faults(node, Wire.CatalogChip.class))
        .containsExactly("CatalogChip.meaning: 7");
  }

  @Test
  void bytesOfTheTapeArePinned() throws Exception {
    Ear ear = connect();
    JsonNode welcome = ear.next("welcome");
    ear.say("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":%d}".formatted(GOLDEN_ROWS));
    JsonNode entries = ear.next("contracts").path("entries");
    byte[] frame = ear.frame();
    for (int i = 8; i < 32; i++) {
      frame[i] = 0;
    }
    JsonNode rows = running.json("/api/v1/flow?limit=" + GOLDEN_ROWS).path("data");
    String golden =
        "{\"welcome\":%s,%n\"entries\":%s,%n\"frame\":\"%s\",%n\"rows\":[%n%s%n]}%n"
            .formatted(
                welcome,
                entries,
                HexFormat.of().formatHex(frame),
                String.join(",\n", rows.valueStream().map(JsonNode::toString).toList()));
    same(ContractFile.ROOT.resolve("web/test/golden/frame.json"), golden);
  }

  private static void same(Path file, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is stale; write it with -Dtruetape.contract=write", file)
        .isEqualTo(text);
  }

  private void conforms(String path, Class<? extends Record> type) throws Exception {
    conforms(running.json(path), type);
  }

  private static void conforms(JsonNode node, Class<? extends Record> type) {
    assertThat(Conformance.faults(node, type)).isEmpty();
  }

  private Ear connect() {
    Ear ear = new Ear(running);
    ear.socket =
        running
            .http
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + running.server.port() + "/ws"), ear)
            .join();
    return ear;
  }

  private static final class Ear implements WebSocket.Listener {
    private final Running running;
    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private byte[] bytes = new byte[0];
    private @Nullable WebSocket socket;

    Ear(Running running) {
      this.running = running;
    }

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

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      byte[] joined = java.util.Arrays.copyOf(bytes, bytes.length + part.remaining());
      part.get(joined, bytes.length, part.remaining());
      bytes = joined;
      if (last) {
        frames.add(joined);
        bytes = new byte[0];
      }
      from.request(1);
      return null;
    }

    void say(String message) {
      java.util.Objects.requireNonNull(socket).sendText(message, true).join();
    }

    JsonNode next(String op) throws InterruptedException {
      while (true) {
        JsonNode message = texts.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message " + op).isNotNull();
        if (message.path("op").asString().equals(op)) {
          return message;
        }
      }
    }

    byte[] frame() throws InterruptedException {
      byte[] frame = frames.poll(20, TimeUnit.SECONDS);
      assertThat(frame).as("a binary frame").isNotNull();
      return frame;
    }
  }
}
