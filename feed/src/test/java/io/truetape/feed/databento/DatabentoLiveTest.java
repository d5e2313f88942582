package io.truetape.feed.databento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.live.Backoff;
import io.truetape.feed.live.FrameArchive;
import io.truetape.feed.live.LiveFeed;
import io.truetape.feed.live.Secret;
import io.truetape.model.event.Intake;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.text.BadInput;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.sim.DatabentoGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The live gateway's protocol against a gateway on loopback.
@Timeout(120)
class DatabentoLiveTest {
  private static final String KEY = "db-canary0000000000000000000FFFFF";
  private static final long T0 = 1740061800_000_000_000L;
  private static final int FIRST = 100;
  private static final List<String> NAMES =
      List.of("AAPL  250221C00250000", "AAPL  250221P00250000");

  private final Heard heard = new Heard();
  private final byte[] header = new DbnBytes().header(3, "OPRA.PILLAR", 0xFFFF, NAMES, 0).bytes();
  private DatabentoGateway gateway;
  private Thread thread = new Thread();

  @BeforeEach
  void start() throws IOException {
    gateway = new DatabentoGateway(KEY, header);
    for (int i = 0; i < NAMES.size(); i++) {
      gateway.map(
          new DbnBytes().symbolMapping(false, FIRST + i, NAMES.get(i), NAMES.get(i)).bytes());
    }
  }

  @AfterEach
  void stop() throws Exception {
    heard.stopping = true;
    gateway.close();
    thread.join(5_000);
  }

  /// An intake safe to look at while a feed fills it.
  private static final class Heard implements Intake {
    private final MemoryIntake listings = new MemoryIntake();
    private final List<SourceEvent> events = new ArrayList<>();
    private volatile boolean stopping;

    @Override
    public Listings listings() {
      return listings.listings();
    }

    @Override
    public synchronized void put(SourceEvent event) {
      events.add(event);
    }

    @Override
    public boolean offer(SourceEvent event) {
      put(event);
      return true;
    }

    @Override
    public boolean isStopping() {
      return stopping;
    }

    @Override
    public long receivedTsNanos(long sourceTsNanos) {
      return Math.max(T0, sourceTsNanos) + 1_000_000L;
    }

    synchronized <T extends SourceEvent> List<T> all(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized FeedState state() {
      List<FeedStatus> states = all(FeedStatus.class);
      return states.isEmpty() ? FeedState.CONNECTING : states.getLast().state();
    }
  }

  private DatabentoPlan plan(String key) {
    return new DatabentoPlan(
        "127.0.0.1",
        gateway.port(),
        new Secret(key),
        "OPRA.PILLAR",
        List.of("trades"),
        "parent",
        List.of("AAPL.OPT"),
        5);
  }

  private void run(String key, FrameArchive archive) {
    LiveFeed feed =
        new LiveFeed(
            new DatabentoLive(plan(key), archive),
            new Backoff(1_000_000L, 20_000_000L, new Random(1)),
            0);
    thread = Thread.ofPlatform().daemon().start(() -> feed.run(heard));
  }

  private void publish(int i) {
    long ts = T0 + i * 1_000_000L;
    gateway.publish(
        ts,
        new DbnBytes()
            .trade(30, FIRST + i % 2, ts, 1_100_000_000L + i * 10_000_000L, 1 + i % 7, i)
            .bytes());
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for: " + what).isLessThan(end);
      LockSupport.parkNanos(1_000_000L);
    }
  }

  private List<Long> sequences() {
    return heard.all(OptionPrint.class).stream().map(OptionPrint::vendorSequence).toList();
  }

  @Test
  void theAnswerToAChallengeIsTheDocumentedOne() {
    DatabentoPlan plan = plan("db-unittestapikey1234567890FFFFF");
    assertThat(GatewayLines.auth("abcd1234", plan))
        .startsWith(
            "auth=be87ce3d564b64481d4ad1902e2b41b26e3eef62b9de37d87eb4a1d4a5199b6f-FFFFF|"
                + "dataset=OPRA.PILLAR|");
  }

  @Test
  void aThousandSymbolsAreAskedForInLinesOfFiveHundredTheLastOneMarked() {
    List<String> symbols = Stream.iterate(1, i -> i + 1).limit(1_001).map(i -> "S" + i).toList();
    DatabentoPlan many =
        new DatabentoPlan(
            "", 13_000, new Secret(KEY), "OPRA.PILLAR", List.of("tcbbo"), "parent", symbols, 30);
    List<String> lines = GatewayLines.subscriptions(many, 7);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("schema=tcbbo").contains("is_last=0").contains("start=7");
    assertThat(lines.get(2)).contains("symbols=S1001|").contains("is_last=1");
    assertThat(many.gateway()).isEqualTo("opra-pillar.lsg.databento.com");
  }

  @Test
  void twoSchemasOfPrintsAreRefusedBecauseTheyWouldCountTwice() {
    assertThatThrownBy(
            () ->
                new DatabentoPlan(
                    "",
                    1,
                    new Secret(KEY),
                    "OPRA.PILLAR",
                    List.of("trades", "tcbbo"),
                    "parent",
                    List.of("SPY.OPT"),
                    30))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("twice");
  }

  @Test
  void whatIsPublishedIsHeardInOrder() {
    run(KEY, FrameArchive.none());
    until("live", () -> heard.state() == FeedState.LIVE);
    for (int i = 1; i <= 500; i++) {
      publish(i);
    }
    until("500 prints", () -> sequences().size() == 500);

    assertThat(sequences()).isSorted();
    assertThat(heard.all(FeedStatus.class).getLast().detail()).contains("session 4711");
    OptionPrint first = heard.all(OptionPrint.class).getFirst();
    assertThat(first.priceMicros()).isEqualTo(1_110_000L);
    assertThat(first.size()).isEqualTo(2);
    assertThat(first.sourceTsNanos()).isEqualTo(T0 + 1_000_000L);
  }

  @Test
  void aWrongKeyIsDeniedOnceWithTheRemedyAndNeverShown() throws Exception {
    run("db-wrongwrongwrongwrongwrong-SSSSS", FrameArchive.none());
    thread.join(10_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(gateway.greeted()).isEqualTo(1);
    FeedStatus last = heard.all(FeedStatus.class).getLast();
    assertThat(last.state()).isEqualTo(FeedState.DENIED);
    assertThat(last.detail()).contains("check the key").doesNotContain("db-wrong");
  }

  @Test
  void aMissingEntitlementIsDeniedAndAFullHouseIsTriedAgain() throws Exception {
    gateway.refuse("User has reached their open connection limit");
    run(KEY, FrameArchive.none());
    until("three attempts", () -> gateway.greeted() >= 3);
    gateway.refuse("A live data license is required to access OPRA.PILLAR.");
    thread.join(10_000);

    assertThat(heard.all(FeedStatus.class).getLast().detail()).contains("license is required");
    assertThat(heard.state()).isEqualTo(FeedState.DENIED);
  }

  @Test
  void rubbishOnTheLineEndsTheSessionAndNothingIsLost() {
    run(KEY, FrameArchive.none());
    until("live", () -> heard.state() == FeedState.LIVE);
    publish(1);
    gateway.sendRubbish();
    publish(2);
    until("the second session", () -> gateway.greeted() == 2);
    publish(3);
    until("all three", () -> sequences().size() == 3);

    assertThat(sequences()).containsExactly(1L, 2L, 3L);
    assertThat(heard.all(FeedStatus.class))
        .anyMatch(s -> s.state() == FeedState.DOWN && s.detail().contains("cannot be framed"));
  }

  @Test
  void aGatewayThatFallsSilentIsLeftAfterItsHeartbeatAndAMargin() {
    run(KEY, FrameArchive.none());
    until("live", () -> heard.state() == FeedState.LIVE);
    publish(1);
    until("one", () -> sequences().size() == 1);
    long from = System.nanoTime();
    gateway.silence(true);
    until(
        "down",
        () -> heard.all(FeedStatus.class).stream().anyMatch(s -> s.state() == FeedState.DOWN));

    assertThat((System.nanoTime() - from) / 1e9).isBetween(6.0, 20.0);
    assertThat(heard.all(FeedStatus.class).stream().map(FeedStatus::detail))
        .anyMatch(d -> d.contains("nothing came for 7 s"));
    gateway.silence(false);
  }

  /// After any schedule of faults the log holds what was published, once, and every gap is filled.
  @Test
  void twoHundredScheduleOfFaultsLoseNothingAndRepeatNothing() throws Exception {
    run(KEY, FrameArchive.none());
    Random dice = new Random(4711);
    int next = 1;
    for (int schedule = 0; schedule < 200; schedule++) {
      until("live again", () -> heard.state() == FeedState.LIVE);
      int before = gateway.greeted();
      int count = 1 + dice.nextInt(40);
      for (int i = 0; i < count; i++) {
        publish(next++);
      }
      switch (dice.nextInt(3)) {
        case 0 -> gateway.cutAfter(1 + dice.nextInt(200));
        case 1 -> gateway.hangUp();
        default -> gateway.sendRubbish();
      }
      for (int i = dice.nextInt(10); i >= 0; i--) {
        publish(next++);
      }
      until("another session", () -> gateway.greeted() > before);
    }
    int all = next - 1;
    until("everything", () -> sequences().size() >= all);
    until("the last gap filled", () -> heard.all(Gap.class).getLast().filled());

    assertThat(sequences()).hasSize(all).doesNotHaveDuplicates();
    assertThat(heard.all(Gap.class).stream().filter(g -> !g.filled()).count())
        .isEqualTo(heard.all(Gap.class).stream().filter(Gap::filled).count());
  }

  @Test
  void framesAreKeptAsTheyCameWithoutTheKey(@TempDir Path folder) throws Exception {
    FrameArchive archive =
        FrameArchive.in(folder, 1L << 30, () -> java.time.Instant.ofEpochSecond(1_740_061_800L));
    run(KEY, archive);
    until("live", () -> heard.state() == FeedState.LIVE);
    publish(1);
    until("one", () -> sequences().size() == 1);
    stop();
    archive.close();

    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      byte[] raw = com.github.luben.zstd.Zstd.decompress(Files.readAllBytes(file), 1 << 20);
      String text = new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(text).contains("DBN").contains("OPRA.PILLAR").doesNotContain("canary");
    }
    assertThat(heard.all(FeedStatus.class).toString()).doesNotContain("canary");
  }
}
