package io.truetape.server.view;

import io.truetape.model.time.SessionClock;

/// The `meta` of answers and the health document.
public final class StateJson {
  private final SessionClock clock;

  public StateJson(SessionClock clock) {
    this.clock = clock;
  }

  /// `meta` with the cursor of the next page; null when there is none.
  public void meta(Json out, HealthReport health, String nextCursor) {
    out.name("meta").open();
    state(out, health);
    out.name("nextCursor");
    if (nextCursor.isEmpty()) {
      out.none();
    } else {
      out.text(nextCursor);
    }
    out.close();
  }

  /// The health document.
  public String health(HealthReport health) {
    Json out = new Json(512).open();
    state(out, health);
    out.field("printsPerSecond", health.printsPerSecond()).field("ready", health.ready());
    out.name("feeds").openList();
    for (FeedReport feed : health.feeds()) {
      out.open().field("feed", feed.feed()).field("state", feed.state());
      out.field("detail", feed.detail());
      time(out, "lastTs", feed.lastTsNanos());
      out.close();
    }
    return out.closeList().close().toString();
  }

  /// The fields every published number carries.
  public void state(Json out, HealthReport health) {
    time(out, "asOf", health.asOfNanos());
    out.field("seq", health.seq()).field("lagMillis", health.lagMillis());
    out.field("degraded", health.degraded()).field("stale", health.stale()).name("reason");
    if (health.reason().isEmpty()) {
      out.none();
    } else {
      out.text(health.reason());
    }
    out.field("ruleVersion", health.ruleVersion()).field("badge", health.badge().name());
  }

  private void time(Json out, String name, long nanos) {
    out.name(name);
    if (nanos == 0) {
      out.none();
    } else {
      out.text(clock.format(nanos));
    }
  }
}
