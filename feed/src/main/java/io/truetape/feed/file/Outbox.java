package io.truetape.feed.file;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.List;

/// What one record became: no event, one, or a few; handed out in the order they were added.
public final class Outbox {
  private static final int EXCERPT = 512;

  private final List<SourceEvent> events = new ArrayList<>(4);
  private int taken = -1;

  public void add(SourceEvent event) {
    events.add(event);
  }

  /// Adds a `Rejected` with at most 512 characters of what was met.
  public void reject(long tsNanos, FeedId feed, String reason, String excerpt) {
    String cut = excerpt.substring(0, Math.min(EXCERPT, excerpt.length()));
    events.add(new Rejected(tsNanos, tsNanos, feed, reason, cut));
  }

  /// Moves to the next event; at the end forgets all and answers false.
  public boolean advance() {
    taken++;
    if (taken < events.size()) {
      return true;
    }
    events.clear();
    taken = -1;
    return false;
  }

  /// The event [#advance] moved to.
  public SourceEvent event() {
    return events.get(taken);
  }
}
