package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.tape.TapeNames;
import io.truetape.model.tape.TapeWriter;
import io.truetape.testkit.MemoryIntake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticFeedTest {
  private static final int EVENTS = 200_000;

  @Test
  void sameSeedTellsTheSameBytesPacedOrNot() throws NoSuchAlgorithmException {
    List<Long> paced = new ArrayList<>();
    String first = digest(run(7, EVENTS, 0, Pacer.NONE).events());
    String second = digest(run(7, EVENTS, 0, (ts, _) -> paced.add(ts)).events());
    assertThat(second).isEqualTo(first);
    assertThat(paced).isNotEmpty().isSorted();
    assertThat(paced.getFirst()).isGreaterThanOrEqualTo(MarketDay.BELL - 1_000_000_000L);
    assertThat(digest(run(8, EVENTS, 0, Pacer.NONE).events())).isNotEqualTo(first);
  }

  @Test
  void resumingTellsExactlyTheRest() {
    MemoryIntake whole = run(7, EVENTS, 0, Pacer.NONE);
    int already = 123_456;
    MemoryIntake rest = run(7, EVENTS - already, already, Pacer.NONE);
    List<SourceEvent> expected = told(whole);
    assertThat(told(rest)).isEqualTo(expected.subList(already, expected.size()));
    assertThat(rest.contracts()).isEqualTo(whole.contracts());
  }

  @Test
  void theFirstEventSaysThatTheMarketIsSynthetic() {
    FeedStatus status = run(7, 1_000, 0, Pacer.NONE).events(FeedStatus.class).getFirst();
    assertThat(status.capabilities())
        .isEqualTo(SyntheticMarket.capabilities())
        .matches(mask -> (mask & io.truetape.model.event.source.Capability.SYNTHETIC.bit()) != 0);
    assertThat(status.detail()).contains("seed 7");
  }

  @Test
  void aSkippedCountBelowZeroIsRefused() {
    SyntheticFeed feed =
        new SyntheticFeed(MarketDay.plan(SyntheticMode.ACTIVE), _ -> {}, Pacer.NONE);
    assertThatThrownBy(() -> feed.resumeAfter(-1)).hasMessageContaining("-1");
  }

  private static MemoryIntake run(long seed, int events, long skip, Pacer pacer) {
    SyntheticPlan plan =
        new SyntheticPlan(seed, SyntheticMode.ACTIVE, SyntheticPlan.FIRST_DAY, 40, 0, 0);
    SyntheticFeed feed = new SyntheticFeed(plan, _ -> {}, pacer);
    feed.resumeAfter(skip);
    MemoryIntake intake = new MemoryIntake(events);
    try {
      feed.run(intake);
    } catch (io.truetape.model.event.Intake.Stopped e) {
      assertThat(intake.isStopping()).as(e.getMessage()).isTrue();
    }
    return intake;
  }

  private static List<SourceEvent> told(MemoryIntake intake) {
    return intake.events().stream()
        .filter(e -> e.kind() != EventKind.SYMBOL_LISTED && e.kind() != EventKind.CONTRACT_LISTED)
        .toList();
  }

  private static String digest(List<? extends Event> events) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    TapeNames names = new TapeNames();
    TapeWriter writer = new TapeWriter(names);
    for (Event event : events) {
      names.on(event);
      sha.update(writer.write(event).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
