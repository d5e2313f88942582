package io.truetape.engine.run;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.List;

/// What whoever continues a log must know: how far time came, which session is open, which rules
/// are in force, how many events each feed has handed over.
public final class Bookmarks {
  private final long[] received = new long[FeedId.values().length];
  private long lastTickNanos;
  private int openDay = -1;
  private String session = "";
  private boolean synthetic;
  private String rulesSha = "";

  void see(Event event) {
    switch (event) {
      case SourceEvent e -> received[e.feed().ordinal()]++;
      case Tick tick -> lastTickNanos = tick.tsNanos();
      case SessionOpened opened -> {
        openDay = opened.day();
        session = opened.name();
        synthetic = opened.synthetic();
      }
      case SessionClosed _ -> openDay = -1;
      case RulesActivated activated -> rulesSha = activated.sha256();
      default -> {}
    }
  }

  /// Events of a feed in the log so far, listings not counted.
  public long received(FeedId feed) {
    return received[feed.ordinal()];
  }

  /// SHA-256 of the rules in force; empty when none were activated.
  public String rulesSha() {
    return rulesSha;
  }

  public boolean isSynthetic() {
    return synthetic;
  }

  public String session() {
    return session;
  }

  public long lastTickNanos() {
    return lastTickNanos;
  }

  /// The control events a timekeeper must be told before it continues.
  public List<ControlEvent> time() {
    List<ControlEvent> events = new ArrayList<>();
    if (openDay >= 0) {
      events.add(new SessionOpened(lastTickNanos, openDay, session, synthetic));
    }
    if (lastTickNanos > 0) {
      events.add(new Tick(lastTickNanos));
    }
    return events;
  }

  void save(WireWriter out) {
    out.putInt(received.length);
    for (long count : received) {
      out.putLong(count);
    }
    out.putLong(lastTickNanos);
    out.putInt(openDay);
    out.putText(session);
    out.putBoolean(synthetic);
    out.putText(rulesSha);
  }

  void load(WireReader in) {
    int saved = in.getInt();
    for (int i = 0; i < saved; i++) {
      received[i] = in.getLong();
    }
    lastTickNanos = in.getLong();
    openDay = in.getInt();
    session = in.getText();
    synthetic = in.getBoolean();
    rulesSha = in.getText();
  }
}
