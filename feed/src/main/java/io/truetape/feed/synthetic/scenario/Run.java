package io.truetape.feed.synthetic.scenario;

import java.util.ArrayList;
import java.util.List;

/// One scenario being acted: what its label will say.
final class Run {
  private final long number;
  private final Scenario scenario;
  private final String underlying;
  private final List<Long> sequences = new ArrayList<>();
  private long fromTsNanos;
  private long toTsNanos;

  Run(long number, Scenario scenario, String underlying) {
    this.number = number;
    this.scenario = scenario;
    this.underlying = underlying;
  }

  void add(long sequence, long tsNanos) {
    fromTsNanos = sequences.isEmpty() ? tsNanos : fromTsNanos;
    toTsNanos = tsNanos;
    sequences.add(sequence);
  }

  Label label() {
    return new Label(
        number,
        scenario.id(),
        scenario.family(),
        underlying,
        scenario.direction(),
        fromTsNanos,
        toTsNanos,
        sequences);
  }
}
