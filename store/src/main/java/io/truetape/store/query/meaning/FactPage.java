package io.truetape.store.query.meaning;

import java.util.List;
import java.util.Optional;

/// One page, and where the next one starts; empty when this was the last.
public record FactPage(List<Fact> facts, Optional<FactPosition> next) {
  public FactPage {
    facts = List.copyOf(facts);
  }
}
