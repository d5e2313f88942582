package io.truetape.server.stream;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.time.SessionClock;
import io.truetape.server.view.AlertJson;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.FlowJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.StoredPrint;
import io.truetape.store.query.meaning.AlertMarks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Takes finished events and gives them to stream clients about every 5 ms.
///
/// [#accept] only appends to a ring and may be called by the engine's own thread. One hub thread
/// filters and encodes, once per distinct filter and form. A ring that is overrun (65,536 events
/// in one turn) becomes a gap message to everyone.
public final class LiveHub implements EventSink, AutoCloseable {
  private static final long TURN_NANOS = 5_000_000L;
  private static final long HEARTBEAT_NANOS = 1_000_000_000L;
  private static final int MAX_TURN = 8_192;

  private final Ring ring = new Ring();
  private final Queue<Subscription> arriving = new ConcurrentLinkedQueue<>();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Health health;
  private final Encoder encoder;
  private final FactHub facts;
  private final Thread thread;
  private volatile long handedOver;
  private volatile boolean closing;
  private long next;
  private long sentThrough = -1;
  private long lastHeartbeat = System.nanoTime();

  /// `marks` says which alerts people muted.
  public LiveHub(Health health, SessionClock clock, Clock wall, AlertMarks marks) {
    this.health = health;
    FactJson rows = new FactJson(clock);
    facts = new FactHub(rows, new AlertJson(rows, marks, clock, wall));
    encoder = new Encoder(new FlowJson(clock), new StateJson(clock), wall);
    thread = Thread.ofPlatform().name("live-hub").daemon(true).start(this::run);
  }

  @Override
  public void accept(long seq, Event event) {
    if (event instanceof ChippedPrint || event instanceof Amended) {
      ring.put(seq, event);
    } else {
      facts.accept(seq, event);
    }
  }

  @Override
  public void handedOver(long seq) {
    handedOver = Math.max(handedOver, seq);
  }

  /// How many clients listen.
  public int clients() {
    return subscriptions.size() + arriving.size() + facts.clients();
  }

  /// Rows dropped for clients that listen now and could not keep up.
  public long droppedRows() {
    return facts.droppedRows()
        + subscriptions.stream().mapToLong(s -> s.outbox().droppedRows()).sum();
  }

  /// Alerts that the channel's hourly limit held back since this process started.
  public long withheldAlerts() {
    return facts.withheldAlerts();
  }

  void add(FactSubscription subscription) {
    facts.add(subscription);
    LockSupport.unpark(thread);
  }

  void remove(FactSubscription subscription) {
    facts.remove(subscription);
  }

  void add(Subscription subscription) {
    arriving.add(subscription);
    LockSupport.unpark(thread);
  }

  void remove(Subscription subscription) {
    arriving.remove(subscription);
    subscriptions.remove(subscription);
  }

  private void run() {
    while (!closing) {
      long started = System.nanoTime();
      while (turn() == MAX_TURN) {
        // More is waiting than one turn takes.
      }
      welcome();
      facts.turn(handedOver);
      if (started - lastHeartbeat >= HEARTBEAT_NANOS) {
        lastHeartbeat = started;
        heartbeat();
      }
      LockSupport.parkNanos(TURN_NANOS - (System.nanoTime() - started));
    }
  }

  /// Sends one batch of whole log entries; gives how many events it took.
  private int turn() {
    long end = ring.written();
    long complete = Math.max(handedOver, ring.lastCause() - 1);
    if (end - next > Ring.CAPACITY - MAX_TURN) {
      overrun(end - Ring.CAPACITY + 2L * MAX_TURN);
    }
    List<StoredPrint> prints = new ArrayList<>();
    List<Ring.Item> amended = new ArrayList<>();
    int taken = 0;
    while (next < end && taken < MAX_TURN) {
      Ring.Item item = ring.at(next);
      if (item == null) {
        overrun(ring.written() - Ring.CAPACITY + 2L * MAX_TURN);
        break;
      }
      if (item.causeSeq() > complete) {
        break;
      }
      if (item.event() instanceof ChippedPrint print) {
        prints.add(StoredPrint.fresh(print, item.causeSeq()));
      } else {
        amended.add(item);
      }
      sentThrough = item.causeSeq();
      next++;
      taken++;
    }
    deliver(prints);
    amended.forEach(this::tellAmended);
    return taken;
  }

  private void overrun(long resumeAt) {
    long from = sentThrough + 1;
    long lost = resumeAt - next;
    next = resumeAt;
    Ring.Item first = ring.at(next);
    long to = first == null ? handedOver : first.causeSeq();
    for (Subscription s : subscriptions) {
      s.send(Encoder.gap(s.form(), from, to, lost));
    }
  }

  private record Group(io.truetape.store.query.FlowFilter filter, Subscription.Form form) {}

  private void deliver(List<StoredPrint> prints) {
    if (prints.isEmpty() || subscriptions.isEmpty()) {
      return;
    }
    Map<io.truetape.store.query.FlowFilter, List<StoredPrint>> matching = new HashMap<>();
    Map<Group, List<Frame>> encoded = new HashMap<>();
    for (Subscription s : subscriptions) {
      List<StoredPrint> mine =
          matching.computeIfAbsent(
              s.filter(), f -> prints.stream().filter(p -> f.matches(p.print())).toList());
      if (mine.isEmpty()) {
        continue;
      }
      tellContracts(s, mine);
      encoded
          .computeIfAbsent(
              new Group(s.filter(), s.form()), g -> encoder.rows(mine, g.form(), false))
          .forEach(s::send);
    }
  }

  private void tellContracts(Subscription s, List<StoredPrint> prints) {
    if (s.form() == Subscription.Form.BINARY) {
      String message = encoder.newContracts(prints, s);
      if (!message.isEmpty()) {
        s.send(Frame.control(message));
      }
    }
  }

  private void tellAmended(Ring.Item item) {
    if (item.event() instanceof Amended a && a.foundOriginal()) {
      for (Subscription s : subscriptions) {
        s.send(Encoder.amended(s.form(), item.causeSeq(), a));
      }
    }
  }

  /// New clients first hear what was before: the newest prints, or all since they left.
  private void welcome() {
    for (Subscription s = arriving.poll(); s != null; s = arriving.poll()) {
      if (s.form() != Subscription.Form.EVENTS) {
        s.send(encoder.subscribed(s.form(), Math.max(sentThrough, 0)));
      }
      List<StoredPrint> past = past(s);
      tellContracts(s, past);
      encoder.rows(past, s.form(), true).forEach(s::send);
      if (past.isEmpty() && s.form() == Subscription.Form.JSON) {
        s.send(Frame.control("{\"op\":\"snapshot\",\"seq\":" + sentThrough + ",\"rows\":[]}"));
      }
      subscriptions.add(s);
    }
  }

  /// The store's rows and the ring's, each print once, in causing order.
  private List<StoredPrint> past(Subscription s) {
    Map<Long, StoredPrint> bySeq = new HashMap<>();
    int wanted = s.after() < 0 ? s.snapshot() : Ring.CAPACITY;
    for (long at = next - 1; at >= 0 && bySeq.size() < wanted; at--) {
      Ring.Item item = ring.at(at);
      if (item == null || item.causeSeq() <= s.after()) {
        break;
      }
      if (item.event() instanceof ChippedPrint print && s.filter().matches(print)) {
        bySeq.put(print.printSeq(), StoredPrint.fresh(print, item.causeSeq()));
      }
    }
    for (StoredPrint print : s.stored()) {
      if (sentThrough < 0 || print.causeSeq() <= sentThrough) {
        bySeq.put(print.print().printSeq(), print);
      }
    }
    List<StoredPrint> all = new ArrayList<>(bySeq.values());
    all.sort(
        Comparator.comparingLong(StoredPrint::causeSeq)
            .thenComparingLong(p -> p.print().printSeq()));
    return all.size() <= wanted ? all : all.subList(all.size() - wanted, all.size());
  }

  private void heartbeat() {
    if (clients() == 0) {
      return;
    }
    Frame frame = encoder.heartbeat(health.now(), Math.max(sentThrough, 0));
    for (Subscription s : subscriptions) {
      if (s.form() != Subscription.Form.EVENTS && s.outbox().isEmpty()) {
        s.send(frame);
      }
    }
    facts.heartbeat(frame);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }

  boolean isClosing() {
    return closing;
  }
}
