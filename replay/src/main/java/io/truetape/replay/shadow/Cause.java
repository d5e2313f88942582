package io.truetape.replay.shadow;

/// What flipped something: the feature, and how it stood under A (`before`) and B (`after`).
record Cause(String feature, String before, String after) {
  /// The other way round, when A and B were asked in exchanged places.
  Cause swapped() {
    return new Cause(feature, after, before);
  }
}
