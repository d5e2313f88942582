package io.truetape.engine.sequence;

import io.truetape.engine.log.LogWriter;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Many feeds into one order: gives every event its seq, writes it to the log, hands it on.
///
/// One thread runs [#run]. Events are handed to `next` only after their group was written. Feeds
/// are drained in the order they were opened, at most [#BATCH] events each per round.
public final class Sequencer {
  static final int BATCH = 8_192;
  private static final long IDLE_NANOS = 500_000L;

  private final LogWriter log;
  private final ListingBook listings;
  private final Timekeeper time;
  private final SequencerPlan plan;
  private final Consumer<List<Entry>> next;
  private final List<FeedGate> gates = new CopyOnWriteArrayList<>();
  private final List<FeedWatch> watches = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<ControlEvent> commands = new ConcurrentLinkedQueue<>();
  private final List<SourceEvent> drained = new ArrayList<>(BATCH);
  private final List<SourceEvent> listed = new ArrayList<>();
  private List<Entry> batch = new ArrayList<>(BATCH);
  private volatile boolean stopping;
  private volatile long roundNanos;

  public Sequencer(
      LogWriter log,
      ListingBook listings,
      Timekeeper time,
      SequencerPlan plan,
      Consumer<List<Entry>> next) {
    this.log = log;
    this.listings = listings;
    this.time = time;
    this.plan = plan;
    this.next = next;
  }

  /// Opens a door for a feed that must speak at least every `heartbeatNanos`.
  public FeedGate open(FeedId feed, long heartbeatNanos) {
    FeedGate gate = open(feed);
    watches.add(new FeedWatch(gate, heartbeatNanos, plan.monotonicNanos().getAsLong()));
    return gate;
  }

  /// Opens a door for a feed that may be silent for any time.
  public FeedGate open(FeedId feed) {
    FeedGate gate =
        new FeedGate(
            feed,
            listings,
            source -> plan.receiveStamped() ? plan.wallNanos().getAsLong() : source);
    gates.add(gate);
    return gate;
  }

  /// Puts a control event (rules, an operator's command) into the order, ahead of waiting events.
  public void command(ControlEvent event) {
    commands.add(event);
  }

  /// Runs until [#stop], or until every feed has finished when the plan closes at the end.
  public void run() {
    while (!stopping) {
      boolean worked = round();
      if (!worked && plan.closeAtEnd() && allDrained()) {
        break;
      }
      if (!worked) {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
    drainEverything();
  }

  /// Asks the feeds to unwind and [#run] to finish what is queued and return.
  public void stop() {
    for (FeedGate gate : gates) {
      gate.stop();
    }
    stopping = true;
  }

  /// When it last looked at its feeds, by the plan's monotonic clock; 0 before the first time.
  public long roundNanos() {
    return roundNanos;
  }

  /// Events waiting in the gates.
  public int waiting() {
    int sum = 0;
    for (FeedGate gate : gates) {
      sum += gate.waiting();
    }
    return sum;
  }

  public long durableSeq() {
    return log.durableSeq();
  }

  private boolean round() {
    int before = batch.size();
    for (ControlEvent c = commands.poll(); c != null; c = commands.poll()) {
      write(c);
    }
    for (FeedGate gate : gates) {
      gate.drainTo(drained, BATCH);
    }
    listings.drainTo(listed);
    listed.forEach(this::write);
    listed.clear();
    for (SourceEvent event : drained) {
      if (!plan.wallTicks()) {
        time.before(event, this::write);
      }
      write(event);
    }
    drained.clear();
    if (plan.wallTicks()) {
      time.reach(plan.wallNanos().getAsLong(), this::write);
    }
    long now = plan.monotonicNanos().getAsLong();
    roundNanos = now;
    for (FeedWatch watch : watches) {
      watch.look(now, time.reachedNanos()).ifPresent(this::write);
    }
    boolean worked = batch.size() > before;
    if (log.isDue(now) || (!worked && !batch.isEmpty())) {
      handOn(now);
    }
    return worked;
  }

  private void handOn(long now) {
    log.commit(now);
    if (!batch.isEmpty()) {
      List<Entry> done = batch;
      batch = new ArrayList<>(BATCH);
      next.accept(done);
    }
  }

  private void write(Event event) {
    batch.add(new Entry(log.append(event), event));
  }

  private boolean allDrained() {
    for (FeedGate gate : gates) {
      if (!gate.isDrained()) {
        return false;
      }
    }
    return true;
  }

  private void drainEverything() {
    while (round()) {
      // until the gates are empty
    }
    if (plan.closeAtEnd()) {
      time.close(this::write);
    }
    handOn(plan.monotonicNanos().getAsLong());
  }
}
