package io.truetape.app.ops;

import io.truetape.app.config.Config;
import io.truetape.engine.fanout.FanOut;
import io.truetape.engine.fanout.Subscription;
import io.truetape.engine.log.LogWriter;
import io.truetape.engine.run.Bookmarks;
import io.truetape.engine.sequence.FeedGate;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Sequencer;
import io.truetape.engine.sequence.SequencerPlan;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.feed.Feed;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.Intake;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.time.SessionClock;
import io.truetape.server.TruetapeServer;
import io.truetape.server.view.Badge;
import io.truetape.server.view.FeedReport;
import io.truetape.server.view.HealthReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running session: feed, sequencer, log, rooms, store, streams, page; and its way back up.
///
/// On start it reads the end of the log, cuts a torn tail, takes the latest snapshot that the store
/// is not behind of, runs the rest of the log, and only then lets the feed in.
public final class LiveRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final long SILENT_NANOS = 2_000_000_000L;

  private final DataFolder folder;
  private final Serving serving;
  private final Recovered at;
  private final FanOut fanOut;
  private final RunLoop loop;
  private final LogWriter log;
  private final Sequencer sequencer;
  private final FeedGate gate;
  private final Thread sequencing;
  private final Thread feeding;
  private final Badge badge;
  private final RuleWatch rules;
  private volatile String ruleVersion;
  private volatile @Nullable RuntimeException fault;
  private TruetapeServer server;

  /// Makes the feed, told where the log stands.
  @FunctionalInterface
  public interface FeedMaker {
    Feed continuing(Bookmarks log);
  }

  /// `feed` makes the feed.
  public LiveRun(
      Config config,
      Path data,
      String session,
      Badge badge,
      int port,
      RulesActivated rules,
      FeedMaker feed) {
    SessionClock clock = SessionClock.standard();
    this.badge = badge;
    this.ruleVersion = rules.name() + " " + rules.version();
    folder = DataFolder.open(data);
    for (String gone : folder.retire(config.log().retentionDays(), session, Instant.now())) {
      LOG.info("retired session={} days={}", gone, config.log().retentionDays());
    }
    Path path = folder.log(session);
    Path snapshots = folder.snapshots(session);
    serving = new Serving(folder.store(session), data, folder.lake(), config, this::health, false);
    at =
        Recovered.open(
            path, snapshots, serving.writer().resumeSeq() - 1, clock, config.run().shards());
    if (at.tail().truncatedBytes() > 0) {
      LOG.warn("torn tail cut off session={} bytes={}", session, at.tail().truncatedBytes());
    }
    fanOut = new FanOut(at.runner());
    loop =
        new RunLoop(
            at.runner(),
            fanOut,
            new Snapshots(snapshots),
            new DigestJournal(path),
            config.run().snapshotMinutes());
    LogCatchUp catchUp = new LogCatchUp(path, snapshots, clock);
    fanOut.live("store", serving.writer(), at.runner().seq(), catchUp);
    fanOut.live("stream", serving.hub(), at.runner().seq(), Subscription.CatchUp.NONE);
    fanOut.live("pulse", serving.pulse(), at.runner().seq(), Subscription.CatchUp.NONE);
    Baselines baselines = new Baselines(folder.baselines());
    if (badge != Badge.SYNTHETIC) {
      fanOut.waiting("baselines", baselines.keeper(session), at.runner().seq());
    }
    at.runTail(path, fanOut);
    fanOut.goLive();
    server = serving.serve(config, port, this::health, rules);
    ListingBook listings = at.listings();
    Timekeeper time =
        badge == Badge.SYNTHETIC
            ? new Timekeeper(clock, session, true)
            : new Timekeeper(clock, session, false, baselines.opening(at.tail()));
    at.runner().bookmarks().time().forEach(time::restore);
    log = LogWriter.open(path, config.log().plan(), at.tail());
    sequencer =
        new Sequencer(
            log,
            listings,
            time,
            badge == Badge.SYNTHETIC
                ? SequencerPlan.forSimulation(System::nanoTime)
                : SequencerPlan.forLive(System::nanoTime, LiveRun::wallNanos),
            loop::put);
    if (!rules.sha256().equals(at.runner().bookmarks().rulesSha())) {
      sequencer.command(rules);
    }
    this.rules =
        new RuleWatch(
            data,
            session,
            rules.sha256(),
            userRules(at.runner().standing()),
            loop::timeNanos,
            this::steer);
    this.rules.start();
    folder.runs(session);
    Feed resumed = feed.continuing(at.runner().bookmarks());
    gate =
        resumed.heartbeatNanos() == 0
            ? sequencer.open(resumed.id())
            : sequencer.open(resumed.id(), resumed.heartbeatNanos());
    loop.start();
    sequencing = Thread.ofPlatform().name("sequence").start(this::sequence);
    feeding =
        Thread.ofPlatform().daemon().name("feed-" + resumed.id().text()).start(() -> feed(resumed));
    LOG.info("started session={} seq={} url={}", session, at.tail().lastSeq(), server.url());
  }

  private static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  public String url() {
    return server.url();
  }

  /// Blocks until the run is stopped or fails; a failure is thrown.
  public void await() throws InterruptedException {
    sequencing.join();
    RuntimeException f = fault;
    if (f != null) {
      throw f;
    }
    if (loop.fault().isPresent()) {
      throw loop.fault().get();
    }
  }

  public long durableSeq() {
    return sequencer.durableSeq();
  }

  /// The users' rules among what stands.
  static List<UserRuleActivated> userRules(List<Event> standing) {
    return standing.stream()
        .filter(UserRuleActivated.class::isInstance)
        .map(UserRuleActivated.class::cast)
        .toList();
  }

  private void steer(ControlEvent event) {
    sequencer.command(event);
    if (event instanceof RulesActivated activated) {
      ruleVersion = activated.name() + " " + activated.version();
      serving.explainBy(activated);
    }
  }

  private void sequence() {
    try {
      sequencer.run();
    } catch (RuntimeException e) {
      fault = e;
      gate.stop();
      LOG.error("sequencer stopped reason=\"{}\"", e.getMessage());
    }
  }

  private void feed(Feed feed) {
    try {
      boolean saysItself = badge != Badge.SYNTHETIC;
      FeedState first = saysItself ? FeedState.CONNECTING : FeedState.LIVE;
      serving.pulse().accept(0, status(feed, first, saysItself ? "starting" : "running"));
      feed.run(gate);
      gate.finish();
    } catch (Intake.Stopped e) {
      LOG.debug("feed unwound feed={}", feed.id().text());
    } catch (RuntimeException e) {
      LOG.error("feed down feed={} reason=\"{}\"", feed.id().text(), e.getMessage());
      gate.put(status(feed, FeedState.DOWN, String.valueOf(e.getMessage())));
    }
  }

  private static FeedStatus status(Feed feed, FeedState state, String detail) {
    return new FeedStatus(0, 0, feed.id(), state, detail, feed.capabilities());
  }

  private HealthReport health() {
    long now = System.nanoTime();
    Pulse pulse = serving.pulse();
    List<FeedReport> feeds = pulse.feeds();
    Optional<String> stale = stale(feeds, now);
    long lagMillis = loop.lagNanos() / 1_000_000L;
    Optional<String> broken = broken();
    boolean behind = fanOut.subscriptions().stream().anyMatch(Subscription::isBehind);
    String reason =
        broken.or(() -> stale).orElse(behind ? "a sink is catching up from the log" : "");
    return new HealthReport(
        badge,
        loop.seq(),
        loop.timeNanos(),
        lagMillis,
        broken.isPresent() || behind || lagMillis > 1_000,
        stale.isPresent() || broken.isPresent(),
        reason,
        pulse.printsPerSecond(now),
        ruleVersion,
        broken.isEmpty(),
        feeds);
  }

  /// Feeds and the log decide, not how much there was to say.
  private Optional<String> stale(List<FeedReport> feeds, long now) {
    long round = sequencer.roundNanos();
    if (round > 0 && now - round > SILENT_NANOS) {
      return Optional.of("the log has not moved for " + (now - round) / 1_000_000_000L + " s");
    }
    return Pulse.stale(feeds);
  }

  private Optional<String> broken() {
    RuntimeException f = fault;
    if (f != null) {
      return Optional.of("the log cannot be written: " + f.getMessage());
    }
    if (loop.fault().isPresent()) {
      return Optional.of("the run stopped: " + loop.fault().get().getMessage());
    }
    for (Subscription s : fanOut.subscriptions()) {
      if (s.fault().isPresent()) {
        return Optional.of(s.name() + " stopped: " + s.fault().get().getMessage());
      }
    }
    return Optional.empty();
  }

  /// Stops the feed, finishes what is queued, notes the digest, closes everything.
  @Override
  public void close() {
    rules.close();
    sequencer.stop();
    try {
      feeding.join(2_000);
      sequencing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
    fanOut.close();
    serving.close();
    if (fault == null) {
      log.close();
    }
    folder.close();
    LOG.info("stopped seq={}", loop.seq());
  }
}
