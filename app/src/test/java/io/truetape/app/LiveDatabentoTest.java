package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.FeedsFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.LiveRun;
import io.truetape.model.text.BadInput;
import io.truetape.testkit.sim.DatabentoGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A whole live run against a gateway on loopback: prints on the page, its end, its return.
@Timeout(120)
class LiveDatabentoTest {
  private static final String KEY = "db-canary0000000000000000000FFFFF";
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;

  LiveDatabentoTest(@TempDir Path data) {
    this.data = data;
  }

  private FeedsFile feeds(int port) {
    String text =
        "[databento]\nkey = \"env:KEY_OF_TEST\"\nschemas = \"trades\"\nsymbols = \"AAPL.OPT\"\n"
            + "host = \"127.0.0.1\"\nport = "
            + port;
    return FeedsFile.parse("feeds.toml", text, Map.of("KEY_OF_TEST", KEY));
  }

  private LiveRun start(int port) {
    return Wiring.liveRun(
        ConfigFile.load(Optional.empty()),
        data,
        "databento",
        feeds(port),
        0,
        RuleFile.standard().activation(0));
  }

  @Test
  void printsAreShownAKilledGatewayIsStaleAndWhatWasMissedIsFilled() throws Exception {
    int port;
    try (DatabentoGateway gateway = gateway(0)) {
      port = gateway.port();
      try (LiveRun run = start(port)) {
        JsonNode live = until(run, h -> feed(h).path("state").asString().equals("LIVE"));
        assertThat(live.path("stale").asBoolean()).isFalse();
        publish(gateway, 1);
        publish(gateway, 2);
        rows(run, 2);

        gateway.die();
        JsonNode down = until(run, h -> h.path("stale").asBoolean());
        assertThat(down.path("reason").asString()).contains("feed databento is ");

        try (DatabentoGateway again = gateway(port)) {
          publish(again, 3);
          JsonNode green = until(run, h -> !h.path("stale").asBoolean());
          assertThat(feed(green).path("state").asString()).isEqualTo("LIVE");
          publish(again, 4);
          rows(run, 4);
        }
      }
    }
    Program.Result log = Program.here("log", "cat", "databento", "--data", data.toString());
    assertThat(log.out()).contains("gap").contains("filled").doesNotContain("canary");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("canary");
      }
    }
  }

  @Test
  void aWrongKeyIsDeniedOnThePageWithTheRemedy() throws Exception {
    try (DatabentoGateway gateway = gateway(0)) {
      gateway.refuse("Authentication failed.");
      try (LiveRun run = start(gateway.port())) {
        JsonNode denied = until(run, h -> feed(h).path("state").asString().equals("DENIED"));
        assertThat(denied.path("stale").asBoolean()).isTrue();
        assertThat(denied.path("reason").asString()).contains("check the key");
        assertThat(gateway.greeted()).isEqualTo(1);
      }
    }
  }

  @Test
  void aSecretInTheFileIsRefusedWithoutBeingShown() {
    FeedsFile file = FeedsFile.parse("f", "[databento]\nkey = \"" + KEY + "\"\n", Map.of());

    assertThatThrownBy(file::databento)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("env:NAME or file:PATH")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> FeedsFile.checkVendor("databetno"))
        .hasMessageContaining("[databento]");
  }

  private static DatabentoGateway gateway(int port) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    header.put("DBN".getBytes(StandardCharsets.US_ASCII)).put((byte) 3).putInt(120);
    header.put(8, "OPRA.PILLAR".getBytes(StandardCharsets.US_ASCII));
    header
        .putShort(24, (short) 0xFFFF)
        .putLong(34, -1)
        .put(50, (byte) 255)
        .putShort(53, (short) 71);
    DatabentoGateway gateway = new DatabentoGateway(KEY, header.array(), port);
    ByteBuffer mapping = ByteBuffer.allocate(176).order(ByteOrder.LITTLE_ENDIAN);
    byte[] name = "AAPL  270115C00250000".getBytes(StandardCharsets.US_ASCII);
    mapping.put(0, (byte) 44).put(1, (byte) 0x16).putInt(4, 7).put(17, name).put(89, name);
    gateway.map(mapping.putLong(168, Long.MAX_VALUE).array());
    return gateway;
  }

  private static void publish(DatabentoGateway gateway, int sequence) {
    Instant now = Instant.now();
    long ts = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    ByteBuffer b = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    b.put(0, (byte) 12).putShort(2, (short) 30).putInt(4, 7).putLong(8, ts);
    b.putLong(16, 1_250_000_000L).putInt(24, 10).put(28, (byte) 'T').put(29, (byte) 'N');
    gateway.publish(ts, b.putLong(32, ts).putInt(44, sequence).array());
  }

  private static JsonNode feed(JsonNode health) {
    return health.path("feeds").path(0);
  }

  private void rows(LiveRun run, int count) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (ask(run, "/api/v1/flow").path("data").size() == count) {
        return;
      }
      LockSupport.parkNanos(20_000_000L);
    }
    assertThat(ask(run, "/api/v1/flow").path("data")).hasSize(count);
  }

  private JsonNode until(LiveRun run, Predicate<JsonNode> holds) throws Exception {
    JsonNode health = ask(run, "/api/v1/health");
    for (int i = 0; i < 500 && !holds.test(health); i++) {
      LockSupport.parkNanos(20_000_000L);
      health = ask(run, "/api/v1/health");
    }
    assertThat(holds.test(health)).as(health.toString()).isTrue();
    return health;
  }

  private JsonNode ask(LiveRun run, String path) throws Exception {
    URI uri = URI.create(run.url()).resolve(path);
    String body =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body);
  }
}
