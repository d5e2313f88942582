package io.truetape.model.event;

/// Everything that can happen, and the first of the three files to read.
///
/// | family | what it holds | who writes it |
/// |---|---|---|
/// | [SourceEvent] | prints, quotes, listings, open interest, news, feed states | feeds, through the sequencer |
/// | [ControlEvent] | ticks, sessions, rules, operator commands | the sequencer |
/// | [TradeEvent] | our own orders, fills, positions, approvals | brokers, through the sequencer |
/// | [DerivedEvent] | what the stages conclude | exactly one stage each |
///
/// The first three are the log, the only truth. The last is recomputed from it, byte for byte.
public sealed interface Event permits SourceEvent, ControlEvent, TradeEvent, DerivedEvent {
  /// When it happened: UTC epoch nanoseconds, exchange time where there is one.
  long tsNanos();

  /// Which of the kinds it is; stable, written to the log.
  EventKind kind();
}
