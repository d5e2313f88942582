package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.Config;
import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.LiveRun;
import io.truetape.feed.Feed;
import io.truetape.model.event.Intake;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.id.FeedId;
import io.truetape.server.view.Badge;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Heartbeats decide whether what is shown is old, not how much there is to say.
@Timeout(60)
class SilentFeedTest {
  private static final long HEARTBEAT = 1_000_000_000L;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile boolean beating = true;

  /// Says that it is live, then only that it is there.
  private final class Beating implements Feed {
    @Override
    public FeedId id() {
      return FeedId.SYNTHETIC;
    }

    @Override
    public int capabilities() {
      return 0;
    }

    @Override
    public long heartbeatNanos() {
      return HEARTBEAT;
    }

    @Override
    public void run(Intake intake) {
      intake.put(new FeedStatus(0, 0, id(), FeedState.LIVE, "", 0));
      while (!intake.isStopping()) {
        if (beating) {
          intake.alive();
        }
        LockSupport.parkNanos(50_000_000L);
      }
    }
  }

  @Test
  void aQuietFeedIsFreshASilentOneIsStaleWithinTwoSecondsAndFreshWhenItSpeaks(@TempDir Path data)
      throws Exception {
    Config config = ConfigFile.load(Optional.empty());
    try (LiveRun run =
        new LiveRun(
            config,
            data,
            "quiet",
            Badge.SYNTHETIC,
            0,
            RuleFile.standard().activation(0),
            log -> new Beating())) {
      LockSupport.parkNanos(2_500_000_000L);
      assertThat(meta(run).path("stale").asBoolean()).isFalse();

      beating = false;
      long from = System.nanoTime();
      assertThat(until(run, true)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isLessThan(Duration.ofNanos(HEARTBEAT).plusSeconds(2));
      assertThat(meta(run).path("reason").asString()).contains("synthetic is stale: silent");

      beating = true;
      assertThat(until(run, false)).isTrue();
    }
  }

  private boolean until(LiveRun run, boolean stale) throws Exception {
    for (int i = 0; i < 100; i++) {
      if (meta(run).path("stale").asBoolean() == stale) {
        return true;
      }
      LockSupport.parkNanos(20_000_000L);
    }
    return false;
  }

  private JsonNode meta(LiveRun run) throws Exception {
    URI uri = URI.create(run.url()).resolve("/api/v1/health");
    String body =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body);
  }
}
