package io.truetape.engine.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FeedWatchTest {
  private static final long SECOND = 1_000_000_000L;
  private final FeedGate gate = new FeedGate(FeedId.ALPACA, new ListingBook(), t -> t);
  private final FeedWatch watch = new FeedWatch(gate, SECOND, 0);

  @Test
  void silenceBeyondTheHeartbeatIsSaidOnceAndItsEndOnce() {
    assertThat(watch.look(SECOND, 5)).isEmpty();
    assertThat(watch.look(SECOND + 1, 6))
        .contains(new FeedSilence(6, FeedId.ALPACA, true, SECOND + 1));
    assertThat(watch.look(9 * SECOND, 7)).isEmpty();
    gate.alive();
    assertThat(watch.look(10 * SECOND, 8))
        .contains(new FeedSilence(8, FeedId.ALPACA, false, 10 * SECOND));
    assertThat(watch.look(10 * SECOND + 1, 9)).isEmpty();
  }

  @Test
  void aQuietMarketWithHeartbeatsIsNotSilent() {
    for (int i = 1; i < 100; i++) {
      gate.alive();
      assertThat(watch.look(i * SECOND, i)).isEmpty();
    }
  }

  @Test
  void aFeedThatSaysItIsDownIsNotCalledSilentAsWell() {
    gate.put(new FeedStatus(1, 1, FeedId.ALPACA, FeedState.DOWN, "refused", 0));
    gate.drainTo(new ArrayList<>(), 10);

    assertThat(watch.look(60 * SECOND, 1)).isEmpty();

    gate.put(new FeedStatus(2, 2, FeedId.ALPACA, FeedState.LIVE, "", 0));
    gate.drainTo(new ArrayList<>(), 10);
    assertThat(watch.look(61 * SECOND, 2)).isEmpty();
    assertThat(watch.look(63 * SECOND, 3)).isPresent();
  }

  @Test
  void aFeedThatFinishedMayBeSilent() {
    gate.finish();

    assertThat(watch.look(60 * SECOND, 1)).isEmpty();
  }
}
