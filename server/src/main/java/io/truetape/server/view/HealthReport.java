package io.truetape.server.view;

import java.util.List;

/// The state of the system as of now.
///
/// | component | meaning |
/// |---|---|
/// | `seq` | last log entry that went through the pipeline |
/// | `asOfNanos` | event time reached, UTC; 0 before the first event |
/// | `lagMillis` | from receipt to here |
/// | `degraded`, `stale`, `reason` | whether something is wrong, whether data is old, and why |
/// | `printsPerSecond` | over the last few seconds |
/// | `ready` | answers may be believed: the store is open and caught up |
public record HealthReport(
    Badge badge,
    long seq,
    long asOfNanos,
    long lagMillis,
    boolean degraded,
    boolean stale,
    String reason,
    double printsPerSecond,
    String ruleVersion,
    boolean ready,
    List<FeedReport> feeds) {
  public HealthReport {
    feeds = List.copyOf(feeds);
  }
}
