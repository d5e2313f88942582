package io.truetape.model.event.derived.packet;

/// What kind of parent order prints of one side look like. Inferred; an ISO code alone is reported.
public enum ClusterKind {
  /// Two venues or more, or an ISO code, same side, within the window.
  SWEEP,
  /// One print of block size.
  BLOCK,
  /// Three prints or more on one venue.
  SPLIT
}
