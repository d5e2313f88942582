package io.truetape.engine.sequence;

import io.truetape.model.event.Intake;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.FeedId;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/// One feed's bounded queue into the sequencer.
///
/// Holds [#CAPACITY] events. `put` waits for room; `offer` counts what does not fit, and the count
/// becomes a `Gap` event as soon as there is room again.
public final class FeedGate implements Intake {
  public static final int CAPACITY = 65_536;

  private final FeedId feed;
  private final Listings listings;
  private final LongUnaryOperator received;
  private final ArrayBlockingQueue<SourceEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong refused = new AtomicLong();
  private volatile long gapFrom;
  private volatile long gapTo;
  private volatile boolean stopping;
  private volatile boolean finished;
  private volatile boolean spoke;
  private volatile boolean watched = true;

  /// `received` answers the receive time for an event's source time.
  FeedGate(FeedId feed, Listings listings, LongUnaryOperator received) {
    this.feed = feed;
    this.listings = listings;
    this.received = received;
  }

  public FeedId feed() {
    return feed;
  }

  @Override
  public Listings listings() {
    return listings;
  }

  @Override
  public void put(SourceEvent event) {
    try {
      while (!queue.offer(event, 100, TimeUnit.MILLISECONDS)) {
        if (stopping) {
          throw new Stopped();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
    if (stopping) {
      throw new Stopped();
    }
  }

  @Override
  public boolean offer(SourceEvent event) {
    if (stopping) {
      throw new Stopped();
    }
    if (queue.offer(event)) {
      return true;
    }
    if (refused.getAndIncrement() == 0) {
      gapFrom = event.sourceTsNanos();
    }
    gapTo = event.sourceTsNanos() + 1;
    return false;
  }

  @Override
  public void alive() {
    spoke = true;
  }

  @Override
  public boolean isStopping() {
    return stopping;
  }

  @Override
  public long receivedTsNanos(long sourceTsNanos) {
    return received.applyAsLong(sourceTsNanos);
  }

  /// Asks the feed to unwind.
  public void stop() {
    stopping = true;
  }

  /// Says that nothing more will come.
  public void finish() {
    finished = true;
  }

  /// True when the feed spoke since this was asked last.
  boolean hasSpoken() {
    boolean answer = spoke;
    spoke = false;
    return answer;
  }

  /// False while the feed itself says that nothing can come, and after its end.
  boolean isWatched() {
    return watched && !finished;
  }

  /// True when nothing more will come and everything was taken.
  boolean isDrained() {
    return finished && queue.isEmpty() && refused.get() == 0;
  }

  int waiting() {
    return queue.size();
  }

  void drainTo(List<SourceEvent> out, int limit) {
    int before = out.size();
    if (queue.drainTo(out, limit) > 0) {
      spoke = true;
      for (int i = before; i < out.size(); i++) {
        if (out.get(i) instanceof FeedStatus status) {
          watched = status.state() == FeedState.LIVE || status.state() == FeedState.DEGRADED;
        }
      }
    }
    long count = refused.getAndSet(0);
    if (count > 0) {
      out.add(
          new Gap(
              gapTo,
              received.applyAsLong(gapTo),
              feed,
              gapFrom,
              gapTo,
              count,
              "the feed was faster than the log",
              false));
    }
  }
}
