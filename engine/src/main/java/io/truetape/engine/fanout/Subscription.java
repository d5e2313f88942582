package io.truetape.engine.fanout;

import io.truetape.model.event.EventSink;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One sink's bounded queue of batches and the thread that empties it.
///
/// Live, a full queue never holds up the run: the sink falls behind from a stated seq on, catches
/// up from the log on a thread of its own, and joins again. In a replay, and while a restart still
/// runs the end of its log, the run waits instead.
public final class Subscription {
  static final int CAPACITY = 256;

  /// Brings a sink up to date from the log.
  @FunctionalInterface
  public interface CatchUp {
    /// For sinks that only care about now: what they missed stays missed.
    CatchUp NONE = (after, sink, offered, joinAt) -> sink.handedOver(joinAt.getAsLong());

    /// Feeds `sink` everything caused after `afterSeq`, never past what `offered` answers. When
    /// nearly there, asks `joinAt` once and reads up to its answer, inclusive; then returns.
    void run(long afterSeq, EventSink sink, LongSupplier offered, LongSupplier joinAt);
  }

  private final String name;
  private final EventSink sink;
  private final boolean live;
  private final CatchUp catchUp;
  private final ArrayBlockingQueue<Handover> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong withheld = new AtomicLong();
  private final Thread thread;
  private volatile boolean behind;
  private volatile boolean waits = true;
  private volatile boolean closing;
  private volatile long deliveredSeq;
  private volatile @Nullable RuntimeException fault;
  private volatile long lastOffered;

  Subscription(String name, EventSink sink, boolean live, long afterSeq, CatchUp catchUp) {
    this.name = name;
    this.sink = sink;
    this.live = live;
    this.catchUp = catchUp;
    this.deliveredSeq = afterSeq;
    this.lastOffered = afterSeq;
    this.thread = Thread.ofPlatform().daemon().name("sink-" + name).unstarted(this::deliver);
  }

  public String name() {
    return name;
  }

  /// The last seq the sink has been given.
  public long deliveredSeq() {
    return deliveredSeq;
  }

  /// Batches that did not fit and were read again from the log.
  public long withheld() {
    return withheld.get();
  }

  public boolean isBehind() {
    return behind;
  }

  /// What stopped the sink, if anything did.
  public Optional<RuntimeException> fault() {
    return Optional.ofNullable(fault);
  }

  void start() {
    thread.start();
  }

  /// From here on a live sink is no longer waited for.
  void goLive() {
    waits = !live;
  }

  /// Takes a batch from the run. Called by the run's thread only.
  synchronized void offer(Handover batch) {
    if (behind || fault != null) {
      withheld.incrementAndGet();
      lastOffered = batch.lastSeq();
      return;
    }
    if (waits) {
      await(batch);
    } else if (!queue.offer(batch)) {
      behind = true;
      withheld.incrementAndGet();
    }
    lastOffered = batch.lastSeq();
  }

  /// Delivers what is queued and ends.
  void close() {
    closing = true;
    try {
      thread.join(TimeUnit.MINUTES.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Handover batch) {
    try {
      while (fault == null && !queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
        if (closing) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver() {
    try {
      while (true) {
        Handover batch = queue.poll(20, TimeUnit.MILLISECONDS);
        if (batch != null) {
          batch.into(sink, deliveredSeq);
          deliveredSeq = Math.max(deliveredSeq, batch.lastSeq());
        } else if (behind) {
          catchUp.run(deliveredSeq, sink, () -> lastOffered, this::joinAt);
        } else if (closing) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fault = e;
    }
  }

  /// From here on the run offers batches again; everything up to the answer comes from the log.
  private synchronized long joinAt() {
    behind = false;
    deliveredSeq = lastOffered;
    return lastOffered;
  }
}
