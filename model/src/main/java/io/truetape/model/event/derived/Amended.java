package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.symbol.Contract;

/// A cancel or correction took back an earlier print: volume and premium are reversed.
///
/// | component | meaning |
/// |---|---|
/// | `amendSeq` | log position of the cancel |
/// | `printSeq` | log position of the print it takes back; 0 when none matched |
/// | `printTsNanos`, `priceMicros`, `size` | of the original |
/// | `reason` | the cancel's sale condition, or `original not found` |
public record Amended(
    long tsNanos,
    long amendSeq,
    long printSeq,
    int contractId,
    Contract contract,
    long printTsNanos,
    long priceMicros,
    int size,
    String reason)
    implements DerivedEvent {

  public boolean foundOriginal() {
    return printSeq != 0;
  }

  @Override
  public EventKind kind() {
    return EventKind.AMENDED;
  }
}
