package io.truetape.server.stream;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.server.view.AlertJson;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.Json;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactName;
import io.truetape.store.query.meaning.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// The channels of conclusions: takes finished ones and gives them to who listens.
///
/// [#accept] only appends to a ring of 65,536; everything else runs on the hub's one thread, in the
/// turns of [LiveHub]. A ring that is overrun becomes a gap message to everyone.
final class FactHub {
  private static final int MAX_TURN = 8_192;
  private static final int MAX_ROWS = 128;
  private final Ring ring = new Ring();
  private final Queue<FactSubscription> arriving = new ConcurrentLinkedQueue<>();
  private final List<FactSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private final FactJson rows;
  private final AlertJson alerts;
  private final AlertGate gate;
  private long next;
  private long sentThrough = -1;

  FactHub(FactJson rows, AlertJson alerts) {
    this.rows = rows;
    this.alerts = alerts;
    this.gate = new AlertGate(alerts);
  }

  /// Any one thread.
  void accept(long seq, Event event) {
    if (event instanceof DerivedEvent && Resource.of(event).isPresent()) {
      ring.put(seq, event);
    }
  }

  void add(FactSubscription subscription) {
    arriving.add(subscription);
  }

  void remove(FactSubscription subscription) {
    arriving.remove(subscription);
    subscriptions.remove(subscription);
  }

  int clients() {
    return subscriptions.size() + arriving.size();
  }

  long droppedRows() {
    return subscriptions.stream().mapToLong(s -> s.outbox().droppedRows()).sum();
  }

  long withheldAlerts() {
    return gate.withheld();
  }

  /// Sends whole log entries up to `handedOver`, then greets who came meanwhile.
  void turn(long handedOver) {
    while (deliver(handedOver) == MAX_TURN) {
      // More is waiting than one turn takes.
    }
    for (FactSubscription s = arriving.poll(); s != null; s = arriving.poll()) {
      welcome(s);
      subscriptions.add(s);
    }
  }

  /// Lets clients know that silence is not a fault.
  void heartbeat(Frame frame) {
    for (FactSubscription s : subscriptions) {
      if (s.form() == Subscription.Form.JSON && s.outbox().isEmpty()) {
        s.send(frame);
      }
    }
  }

  private int deliver(long handedOver) {
    long end = ring.written();
    long complete = Math.max(handedOver, ring.lastCause() - 1);
    if (end - next > Ring.CAPACITY - MAX_TURN) {
      overrun(end - Ring.CAPACITY + 2L * MAX_TURN, handedOver);
    }
    List<Fact> facts = new ArrayList<>();
    int taken = 0;
    while (next < end && taken < MAX_TURN) {
      Ring.Item item = ring.at(next);
      if (item == null) {
        overrun(ring.written() - Ring.CAPACITY + 2L * MAX_TURN, handedOver);
        break;
      }
      if (item.causeSeq() > complete) {
        break;
      }
      Fact fact = fact(item);
      if (!(fact.event() instanceof AlertChanged alert) || gate.passes(alert)) {
        facts.add(fact);
      }
      sentThrough = item.causeSeq();
      next++;
      taken++;
    }
    if (!facts.isEmpty()) {
      for (FactSubscription s : subscriptions) {
        send(s, facts.stream().filter(f -> s.filter().matches(f.event())).toList(), false);
      }
    }
    return taken;
  }

  private static Fact fact(Ring.Item item) {
    Resource resource = Resource.of(item.event()).orElseThrow();
    return new Fact(resource, item.causeSeq(), (DerivedEvent) item.event());
  }

  private void overrun(long resumeAt, long handedOver) {
    long from = sentThrough + 1;
    long lost = resumeAt - next;
    next = resumeAt;
    Ring.Item first = ring.at(next);
    long to = first == null ? handedOver : first.causeSeq();
    for (FactSubscription s : subscriptions) {
      s.send(gap(s.form(), s.channel(), from, to, lost));
    }
  }

  private void welcome(FactSubscription s) {
    long seq = Math.max(sentThrough, 0);
    if (s.form() == Subscription.Form.JSON) {
      Json out = new Json(96).open().field("op", "subscribed").field("channel", s.channel());
      s.send(Frame.control(out.field("format", "json").field("seq", seq).close().toString()));
    }
    List<Fact> past = past(s);
    send(s, past, true);
    if (past.isEmpty() && s.form() == Subscription.Form.JSON) {
      Json out = new Json(96).open().field("op", "snapshot").field("channel", s.channel());
      s.send(Frame.control(out.field("seq", seq).name("rows").openList().closeList().close() + ""));
    }
  }

  /// The store's and the ring's, each word once, in causing order; of a snapshot the latest words.
  private List<Fact> past(FactSubscription s) {
    Map<FactName, Fact> words = new HashMap<>();
    for (Fact fact : s.stored()) {
      if (sentThrough < 0 || fact.causeSeq() <= sentThrough) {
        words.put(fact.name(), fact);
      }
    }
    Set<FactName> names = new HashSet<>();
    for (long at = next - 1; at >= 0; at--) {
      Ring.Item item = ring.at(at);
      if (s.after() < 0 && names.size() >= s.snapshot()) {
        break;
      }
      if (item == null || item.causeSeq() <= s.after()) {
        break;
      }
      Fact fact = fact(item);
      if (s.filter().matches(fact.event())) {
        words.put(fact.name(), fact);
        names.add(unrevised(fact));
      }
    }
    words.values().removeIf(f -> f.event() instanceof AlertChanged a && !gate.isShown(a));
    List<Fact> all = new ArrayList<>(words.values());
    if (s.after() < 0) {
      Map<FactName, Fact> latest = new HashMap<>();
      for (Fact fact : all) {
        FactName name = new FactName(fact.name().seq(), fact.name().part(), 0);
        latest.merge(name, fact, (a, b) -> a.name().revision() >= b.name().revision() ? a : b);
      }
      all = new ArrayList<>(latest.values());
    }
    all.sort(
        Comparator.comparingLong(Fact::causeSeq)
            .thenComparingLong(f -> f.name().seq())
            .thenComparingLong(f -> f.name().revision()));
    return s.after() < 0 && all.size() > s.snapshot()
        ? all.subList(all.size() - s.snapshot(), all.size())
        : all;
  }

  private static FactName unrevised(Fact fact) {
    return new FactName(fact.name().seq(), fact.name().part(), 0);
  }

  private void send(FactSubscription s, List<Fact> facts, boolean snapshot) {
    for (int from = 0; from < facts.size(); from += MAX_ROWS) {
      int to = Math.min(facts.size(), from + MAX_ROWS);
      List<Fact> part = facts.subList(from, to);
      long last = part.getLast().causeSeq();
      boolean split = to < facts.size() && facts.get(to).causeSeq() == last;
      String text =
          s.form() == Subscription.Form.EVENTS
              ? events(part, split)
              : json(s, part, split ? last - 1 : last, snapshot);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int count = snapshot ? 0 : part.size();
      s.send(new Frame(false, bytes, count, part.getFirst().causeSeq(), last));
    }
  }

  private String json(FactSubscription s, List<Fact> part, long seq, boolean snapshot) {
    Json out = new Json(2_048 * part.size() + 128).open();
    out.field("op", snapshot ? "snapshot" : "rows").field("channel", s.channel());
    out.field("seq", seq).name("rows").openList();
    part.forEach(fact -> out.raw(row(fact)));
    out.closeList();
    if (s.filter().resource() == Resource.ALERTS) {
      out.field("withheld", gate.withheld());
    }
    return out.close().toString();
  }

  /// An id goes only with the last row of its cause, so that resuming after it loses nothing.
  private String events(List<Fact> part, boolean split) {
    StringBuilder out = new StringBuilder(2_100 * part.size());
    for (int i = 0; i < part.size(); i++) {
      long cause = part.get(i).causeSeq();
      boolean lastOfCause = i + 1 < part.size() ? part.get(i + 1).causeSeq() != cause : !split;
      if (lastOfCause) {
        out.append("id: ").append(cause).append('\n');
      }
      out.append("event: row\ndata: ").append(row(part.get(i))).append("\n\n");
    }
    return out.toString();
  }

  private String row(Fact fact) {
    return fact.resource() == Resource.ALERTS ? alerts.row(fact) : rows.row(fact);
  }

  static Frame gap(Subscription.Form form, String channel, long from, long to, long count) {
    Json out = new Json(128).open().field("op", "gap").field("channel", channel);
    out.field("from", from).field("to", to);
    String body = out.field("count", count).close().toString();
    return form == Subscription.Form.EVENTS
        ? Frame.control("event: gap\ndata: " + body + "\n\n")
        : Frame.control(body);
  }
}
