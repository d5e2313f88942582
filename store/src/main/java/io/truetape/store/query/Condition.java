package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;
import java.util.List;

/// One thing a print must satisfy. The meaning is [#matches]; a store answers the same in SQL.
public sealed interface Condition {
  boolean matches(ChippedPrint print);

  /// The underlying or the root is one of these.
  record SymbolIn(List<String> symbols) implements Condition {
    public SymbolIn {
      symbols = List.copyOf(symbols);
    }

    @Override
    public boolean matches(ChippedPrint p) {
      return symbols.contains(p.contract().underlying()) || symbols.contains(p.contract().root());
    }
  }

  /// The field's number is one of these.
  record OneOf(CodeField field, List<Integer> codes) implements Condition {
    public OneOf {
      codes = List.copyOf(codes);
    }

    @Override
    public boolean matches(ChippedPrint p) {
      return codes.contains(field.of(p));
    }
  }

  /// `min <= value <= max`.
  record WholeRange(WholeField field, long min, long max) implements Condition {
    @Override
    public boolean matches(ChippedPrint p) {
      long value = field.of(p);
      return value >= min && value <= max;
    }
  }

  /// `min <= value <= max`, and the value is there.
  record RatioRange(RatioField field, double min, double max) implements Condition {
    @Override
    public boolean matches(ChippedPrint p) {
      double value = field.of(p);
      return value >= min && value <= max;
    }
  }

  /// Carries every chip of `all` and none of `none`; masks of `Chip` bits.
  record Chips(long all, long none) implements Condition {
    @Override
    public boolean matches(ChippedPrint p) {
      return (p.chips() & all) == all && (p.chips() & none) == 0;
    }
  }
}
