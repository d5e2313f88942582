package io.truetape.feed.synthetic.scenario;

/// What else happens in a run.
enum Twist {
  NONE,
  /// Follow-through: the underlying leans the way of the trade afterwards.
  FOLLOW,
  /// The underlying leans against it.
  FADE,
  /// The contract is not quoted for a minute, so its last quote is old.
  STALE,
  /// Quotes are several times too wide.
  WIDE,
  /// Every second fill takes the other side.
  TWO_SIDED,
  /// The prints are cancelled seconds later.
  CANCELLED,
  /// The print is reported late, at a price of before.
  LATE
}
