package io.truetape.server.stream;

import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.server.view.AlertJson;
import io.truetape.store.query.meaning.FactName;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// What of the alerts goes to the channel: at most 120 new ones an hour of event time, none that a
/// person muted, none that the pipeline suppressed. What is held back stays in the lists.
///
/// Remembers the 10,000 alerts held back last; their later words are held back too. Knows the hour
/// since this process started. The hub's thread only, but [#withheld] from any.
final class AlertGate {
  static final int PER_HOUR = 120;
  private static final int REMEMBERED = 10_000;
  private static final long HOUR = 3_600_000_000_000L;
  private final AlertJson people;
  private final ArrayDeque<Long> opened = new ArrayDeque<>();
  private final Map<String, Boolean> held = new LinkedHashMap<>();
  private final AtomicLong withheld = new AtomicLong();

  AlertGate(AlertJson people) {
    this.people = people;
  }

  /// Alerts held back by the hourly limit so far.
  long withheld() {
    return withheld.get();
  }

  /// Decides about one word on an alert; to be called once for each, in order.
  boolean passes(AlertChanged alert) {
    if (alert.change() == AlertChange.OPENED && !hasRoom(alert)) {
      return false;
    }
    return isShown(alert);
  }

  /// True unless it was held back, is muted, or was suppressed before it got here.
  boolean isShown(AlertChanged alert) {
    return alert.change() != AlertChange.SUPPRESSED
        && !held.containsKey(name(alert))
        && !people.isMuted(alert);
  }

  private boolean hasRoom(AlertChanged alert) {
    while (!opened.isEmpty() && opened.peekFirst() <= alert.tsNanos() - HOUR) {
      opened.removeFirst();
    }
    if (opened.size() < PER_HOUR) {
      opened.addLast(alert.tsNanos());
      return true;
    }
    withheld.incrementAndGet();
    held.put(name(alert), true);
    if (held.size() > REMEMBERED) {
      held.remove(held.keySet().iterator().next());
    }
    return false;
  }

  private static String name(AlertChanged a) {
    return FactName.of(a).text();
  }
}
