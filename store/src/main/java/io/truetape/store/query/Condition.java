package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
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
      return value != WholeField.ABSENT && value >= min && value <= max;
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

  /// The value is not there.
  record Absent(RatioField field) implements Condition {
    @Override
    public boolean matches(ChippedPrint p) {
      return Double.isNaN(field.of(p));
    }
  }

  /// Of one contract, by its terms.
  record OfContract(String root, int expiryDay, Right right, long strikeMicros)
      implements Condition {
    /// The terms of `contract`.
    public static OfContract of(Contract contract) {
      return new OfContract(
          contract.root(), contract.expiryDay(), contract.right(), contract.strikeMicros());
    }

    @Override
    public boolean matches(ChippedPrint p) {
      return of(p.contract()).equals(this);
    }
  }

  /// Every one of these holds; true when there are none.
  record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }

    /// All of `parts`.
    public static Condition of(Condition... parts) {
      return new AllOf(List.of(parts));
    }

    @Override
    public boolean matches(ChippedPrint p) {
      return parts.stream().allMatch(part -> part.matches(p));
    }
  }

  /// At least one of these holds; false when there are none.
  record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    /// Any of `parts`.
    public static Condition of(Condition... parts) {
      return new AnyOf(List.of(parts));
    }

    @Override
    public boolean matches(ChippedPrint p) {
      return parts.stream().anyMatch(part -> part.matches(p));
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
