package io.truetape.model.event.derived.packet;

/// What a structure rests on.
public enum StructureMode {
  /// Every leg carries a leg's sale condition, as reported by the venue.
  CODED,
  /// The feed carries codes, but not every leg has one: the package is inferred.
  INFERRED,
  /// The feed carries no codes: the package is inferred, and nothing could contradict it.
  OFF
}
