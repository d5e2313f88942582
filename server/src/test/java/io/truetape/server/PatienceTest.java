package io.truetape.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.ChippedPrint;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PatienceTest {
  private final Running running;

  PatienceTest(@TempDir Path folder) {
    running = new Running(folder, ServerPlan.loopback(0));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aRowThatIsOnThePageButNotYetStoredIsWaitedFor() throws Exception {
    ChippedPrint fresh = running.live(1).getFirst();
    running.reach(fresh.printSeq());
    CompletableFuture<Void> stored =
        CompletableFuture.runAsync(
            () -> {
              running.store.writer().accept(fresh.printSeq(), fresh);
              running.store.writer().handedOver(fresh.printSeq());
              running.store.writer().flush();
            },
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

    assertThat(running.get("/api/v1/flow/" + fresh.printSeq() + "/explain").statusCode())
        .isEqualTo(200);
    stored.join();
    assertThat(running.get("/api/v1/flow/999999").statusCode()).isEqualTo(404);
  }
}
