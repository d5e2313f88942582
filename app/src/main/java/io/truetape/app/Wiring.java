package io.truetape.app;

import io.truetape.app.config.Config;
import io.truetape.app.config.FeedsFile;
import io.truetape.app.ops.LiveRun;
import io.truetape.feed.databento.DatabentoLive;
import io.truetape.feed.live.Backoff;
import io.truetape.feed.live.FrameArchive;
import io.truetape.feed.live.LiveFeed;
import io.truetape.feed.synthetic.SyntheticFeed;
import io.truetape.feed.synthetic.SyntheticLabels;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.id.FeedId;
import io.truetape.server.view.Badge;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/// What is plugged into what; the third of the three files to read.
///
/// ```
/// feed -> FeedGate -> Sequencer -> LogWriter
///                          |
///                       RunLoop -> Runner (lanes of rooms) -> FanOut -> DuckWriter   (store)
///                                                                   -> LiveHub      (streams)
///                                                                   -> Pulse        (health)
/// TruetapeServer asks DuckStore, LiveHub and Pulse.
/// ```
public final class Wiring {
  private Wiring() {}

  /// The synthetic market, live, with its page on `port`.
  public static LiveRun syntheticRun(
      Config config, Path data, Config.Synthetic market, int port, RulesActivated rules) {
    String session = syntheticSession(market);
    return new LiveRun(
        config, data, session, Badge.SYNTHETIC, port, rules, syntheticFeed(market, data, session));
  }

  /// A live vendor, with its page on `port`. One log per vendor; its days are in it.
  public static LiveRun liveRun(
      Config config, Path data, String vendor, FeedsFile feeds, int port, RulesActivated rules) {
    Path raw = data.resolve("raw").resolve(vendor);
    FrameArchive archive =
        feeds.archiveMegabytes() == 0
            ? FrameArchive.none()
            : FrameArchive.in(raw, (long) feeds.archiveMegabytes() << 20, Instant::now);
    DatabentoLive databento = new DatabentoLive(feeds.databento(), archive);
    return new LiveRun(
        config,
        data,
        vendor,
        Badge.LIVE,
        port,
        rules,
        log ->
            new LiveFeed(
                databento, Backoff.standard(RandomGenerator.getDefault()), log.lastTickNanos()));
  }

  /// Different markets never share a log: every choice that changes the events is in the name.
  public static String syntheticSession(Config.Synthetic market) {
    return "synthetic-%s-%d-%d-%s"
        .formatted(market.mode(), market.seed(), market.symbols(), market.firstDay());
  }

  /// Makes the feed; told how many of its events the log holds, it continues after them.
  private static LiveRun.FeedMaker syntheticFeed(
      Config.Synthetic market, Path data, String session) {
    SyntheticPlan plan =
        new SyntheticPlan(
            market.seed(),
            SyntheticMode.of(market.mode()),
            (int) LocalDate.parse(market.firstDay()).toEpochDay(),
            market.symbols(),
            0,
            market.speed());
    return log -> {
      SyntheticLabels labels =
          new SyntheticLabels(data.resolve("log").resolve(session).resolve("labels.ndjson"));
      SyntheticFeed feed = new SyntheticFeed(plan, labels);
      feed.resumeAfter(log.received(FeedId.SYNTHETIC));
      return feed;
    };
  }
}
