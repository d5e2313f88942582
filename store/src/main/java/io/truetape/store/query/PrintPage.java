package io.truetape.store.query;

import java.util.List;
import java.util.Optional;

/// One page, and where the next one starts; empty when this was the last.
public record PrintPage(List<StoredPrint> prints, Optional<Position> next) {
  public PrintPage {
    prints = List.copyOf(prints);
  }
}
