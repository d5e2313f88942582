package io.truetape.feed.synthetic.scenario;

import java.util.List;

/// The truth about one run of a scenario, kept out of the event stream.
///
/// | component | meaning |
/// |---|---|
/// | `run` | counts up from 1 |
/// | `direction` | 1 bullish, -1 bearish, 0 neither |
/// | `fromTsNanos`, `toTsNanos` | exchange time of its first and last print, UTC |
/// | `sequences` | vendor sequences of all its prints, option and stock, cancels included |
public record Label(
    long run,
    String scenario,
    Family family,
    String underlying,
    int direction,
    long fromTsNanos,
    long toTsNanos,
    List<Long> sequences) {
  public Label {
    sequences = List.copyOf(sequences);
  }
}
