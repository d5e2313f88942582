package io.truetape.engine.run;

import io.truetape.model.event.Event;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.RatePoint;
import java.util.ArrayList;
import java.util.List;

/// What stands until something else replaces it: rules, users' rules, feed states, gaps, rates. A lane that
/// opens later is told all of it, in the order in which each first came. At most [#LIMIT] users'
/// rules; the oldest goes.
final class Standing {
  static final int LIMIT = 256;

  private final List<Event> events = new ArrayList<>();

  /// Remembers the event when it stands; the earlier one of the same subject is replaced.
  void see(Event event) {
    String subject = subject(event);
    if (subject.isEmpty()) {
      return;
    }
    for (int i = 0; i < events.size(); i++) {
      if (subject(events.get(i)).equals(subject)) {
        events.set(i, event);
        return;
      }
    }
    if (events.size() == LIMIT) {
      events.removeFirst();
    }
    events.add(event);
  }

  List<Event> events() {
    return events;
  }

  private static String subject(Event event) {
    return switch (event) {
      case RulesActivated _ -> "rules";
      case UserRuleActivated e -> "user " + e.ruleId();
      case FeedStatus e -> "feed " + e.feed().text();
      case FeedSilence e -> "silence " + e.feed().text();
      case Gap e -> "gap " + e.feed().text();
      case RatePoint e -> "rate " + e.tenorDays();
      default -> "";
    };
  }
}
