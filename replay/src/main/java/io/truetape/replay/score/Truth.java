package io.truetape.replay.score;

import java.util.List;

/// What one acted scenario really was. `family` is a profile's name, or `noise`; `sequences` the vendor
/// sequences of its prints.
public record Truth(
    long run,
    String scenario,
    String family,
    String underlying,
    int direction,
    long toTsNanos,
    List<Long> sequences) {
  public Truth {
    sequences = List.copyOf(sequences);
  }
}
