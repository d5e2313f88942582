package io.truetape.store.query.meaning;

import io.truetape.model.event.DerivedEvent;

/// A conclusion as kept, and the log entry that led to it.
public record Fact(Resource resource, long causeSeq, DerivedEvent event) {
  public FactName name() {
    return FactName.of(event);
  }

  /// The underlying, or the symbol, it is about.
  public String symbol() {
    return FactName.symbol(event);
  }
}
