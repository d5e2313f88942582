package io.truetape.app.ops;

import io.truetape.model.event.control.RulesActivated;
import io.truetape.server.view.Badge;
import io.truetape.server.view.HealthReport;

/// How a replay is, for its page: always REPLAY, never mistaken for live.
public record ReplayShow(SessionReplay replay, Pulse pulse, RulesActivated rules) {
  public HealthReport health() {
    return new HealthReport(
        Badge.REPLAY,
        replay.seq(),
        replay.timeNanos(),
        0,
        false,
        false,
        "",
        pulse.printsPerSecond(System.nanoTime()),
        rules.name() + " " + rules.version(),
        true,
        pulse.feeds());
  }
}
