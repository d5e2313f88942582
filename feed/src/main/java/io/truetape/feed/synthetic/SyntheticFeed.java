package io.truetape.feed.synthetic;

import io.truetape.feed.Feed;
import io.truetape.feed.synthetic.scenario.LabelSink;
import io.truetape.model.event.Intake;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The synthetic market as a feed: paced at the plan's speed, or as fast as the intake takes it.
///
/// Only what happens from the opening bell on is paced; what comes before is told at once. A killed
/// process continues with [#resumeAfter]: the market is made again from its seed and what was
/// already logged is left out.
public final class SyntheticFeed implements Feed {
  private final SyntheticPlan plan;
  private final LabelSink labels;
  private final Pacer pacer;
  private static final long HEARTBEAT = 1_500_000_000L;
  private long skip;

  /// Paced by the machine's clock at `plan.speed()`; 0 is unpaced.
  public SyntheticFeed(SyntheticPlan plan, LabelSink labels) {
    this(plan, labels, plan.speed() == 0 ? Pacer.NONE : new ClockPacer(plan.speed()));
  }

  public SyntheticFeed(SyntheticPlan plan, LabelSink labels, Pacer pacer) {
    this.plan = plan;
    this.labels = labels;
    this.pacer = pacer;
  }

  /// Leaves out the first `count` source events, listings not counted; call before [#run].
  ///
  /// Listings are still asked for in the same order, and labels are written again from the first.
  public void resumeAfter(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("resume after " + count + " events: must be 0 or more");
    }
    skip = count;
  }

  @Override
  public FeedId id() {
    return FeedId.SYNTHETIC;
  }

  @Override
  public int capabilities() {
    return SyntheticMarket.capabilities();
  }

  @Override
  public long heartbeatNanos() {
    return HEARTBEAT;
  }

  @Override
  public void run(Intake intake) {
    SyntheticMarket market = new SyntheticMarket(plan, intake.listings(), labels);
    Telling telling = new Telling(market, intake, pacer, skip);
    while (!telling.isStopped() && market.advance(telling::tell)) {
      // everything is told inside advance
    }
  }

  /// Skips, paces and hands over.
  private static final class Telling {
    private final SyntheticMarket market;
    private final Intake intake;
    private final Pacer pacer;
    private final BooleanSupplier stop = this::waiting;
    private long skip;

    Telling(SyntheticMarket market, Intake intake, Pacer pacer, long skip) {
      this.market = market;
      this.intake = intake;
      this.pacer = pacer;
      this.skip = skip;
    }

    void tell(SourceEvent event) {
      if (skip > 0) {
        skip--;
        return;
      }
      if (market.isLive(event.sourceTsNanos())) {
        pacer.until(event.sourceTsNanos(), stop);
      }
      intake.put(event);
    }

    /// Asked while the pacer naps: a heartbeat, and whether to go on.
    private boolean waiting() {
      intake.alive();
      return isStopped();
    }

    boolean isStopped() {
      return intake.isStopping() || Thread.currentThread().isInterrupted();
    }
  }

  /// Maps exchange time to the machine's monotonic clock.
  ///
  /// Starts anew after a jump of more than a minute (the next day) and when more than five seconds
  /// behind (a slow intake, a sleeping laptop), so that it never races to catch up for long.
  private static final class ClockPacer implements Pacer {
    private static final long JUMP = 60_000_000_000L;
    private static final long LAG = 5_000_000_000L;
    private static final long EARLY = 500_000L;
    private static final long NAP = 50_000_000L;

    private final double speed;
    private boolean isStarted;
    private long startTs;
    private long startNanos;
    private long lastTs;
    private long freeUntilTs;

    ClockPacer(double speed) {
      this.speed = speed;
    }

    @Override
    public void until(long tsNanos, BooleanSupplier stop) {
      if (tsNanos < freeUntilTs && tsNanos >= lastTs) {
        lastTs = tsNanos;
        return;
      }
      if (!isStarted || tsNanos - lastTs > JUMP) {
        start(tsNanos);
      }
      lastTs = tsNanos;
      long ahead = ahead(tsNanos);
      while (ahead > EARLY && !stop.getAsBoolean()) {
        LockSupport.parkNanos(this, Math.min(ahead, NAP));
        ahead = ahead(tsNanos);
      }
      if (ahead < -LAG) {
        start(tsNanos);
      }
      freeUntilTs = tsNanos + (long) (EARLY * speed);
    }

    private void start(long tsNanos) {
      isStarted = true;
      startTs = tsNanos;
      startNanos = System.nanoTime();
    }

    private long ahead(long tsNanos) {
      return (long) ((tsNanos - startTs) / speed) - (System.nanoTime() - startNanos);
    }
  }
}
