package io.truetape.store.query.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a conclusion must satisfy, about one column. A store answers the same in SQL.
public sealed interface FactCondition {
  /// Holds for a row of the layout.
  boolean matches(Layout layout, @Nullable Object[] row);

  /// The underlying, or where there is one contract its root, is one of these.
  record SymbolIn(List<String> symbols) implements FactCondition {
    public SymbolIn {
      symbols = List.copyOf(symbols);
    }

    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return symbols.contains(String.valueOf(row[layout.place("underlying")]))
          || (layout.has("contract_root")
              && symbols.contains(String.valueOf(row[layout.place("contract_root")])));
    }
  }

  /// The text is one of these.
  record OneOf(String column, List<String> texts) implements FactCondition {
    public OneOf {
      texts = List.copyOf(texts);
    }

    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return texts.contains(String.valueOf(row[layout.place(column)]));
    }
  }

  /// The number is one of these.
  record NumberIn(String column, List<Long> numbers) implements FactCondition {
    public NumberIn {
      numbers = List.copyOf(numbers);
    }

    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return row[layout.place(column)] instanceof Long n && numbers.contains(n);
    }
  }

  /// `min <= value <= max`, and the value is there.
  record WholeRange(String column, long min, long max) implements FactCondition {
    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return row[layout.place(column)] instanceof Long n && n >= min && n <= max;
    }
  }

  /// `min <= value <= max`, and the value is there.
  record RatioRange(String column, double min, double max) implements FactCondition {
    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return row[layout.place(column)] instanceof Double n && n >= min && n <= max;
    }
  }

  /// At least one bit of `any` is set.
  record Bits(String column, long any) implements FactCondition {
    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return row[layout.place(column)] instanceof Long n && (n & any) != 0;
    }
  }

  /// The truth is this one.
  record Is(String column, boolean wanted) implements FactCondition {
    @Override
    public boolean matches(Layout layout, @Nullable Object[] row) {
      return Boolean.valueOf(wanted).equals(row[layout.place(column)]);
    }
  }
}
