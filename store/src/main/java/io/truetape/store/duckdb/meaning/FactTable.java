package io.truetape.store.duckdb.meaning;

import io.truetape.store.duckdb.column.Batch;
import io.truetape.store.duckdb.column.Column;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Layout;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of one resource: `cause_seq`, then the columns of its layout.
final class FactTable {
  private final Layout layout;
  private final Column.Longs causeSeq = new Column.Longs("cause_seq");
  private final List<Column> columns = new ArrayList<>();
  private final Batch batch;

  FactTable(Resource resource) {
    layout = resource.layout();
    columns.add(causeSeq);
    layout.columns().forEach(c -> columns.add(column(c)));
    batch = new Batch(resource.table(), columns);
  }

  Batch batch() {
    return batch;
  }

  void add(Fact fact) {
    int row = batch.addRow();
    causeSeq.values[row] = fact.causeSeq();
    @Nullable Object[] values = layout.row(fact.event());
    for (int i = 0; i < values.length; i++) {
      put(columns.get(i + 1), row, values[i]);
    }
  }

  private static void put(Column column, int row, @Nullable Object value) {
    switch (column) {
      case Column.Longs c -> c.values[row] = value == null ? Column.Longs.NULL : (Long) value;
      case Column.Doubles c -> c.values[row] = value == null ? Double.NaN : (Double) value;
      case Column.Truths c -> c.values[row] = Boolean.TRUE.equals(value);
      case Column.Texts c -> c.values[row] = (String) value;
      case Column.Ints _, Column.Codes _ -> throw new AssertionError("not used here");
    }
  }

  private static Column column(Layout.Column c) {
    return switch (c.kind()) {
      case WHOLE -> new Column.Longs(c.name());
      case RATIO -> new Column.Doubles(c.name());
      case TRUTH -> new Column.Truths(c.name());
      case TEXT, LIST -> new Column.Texts(c.name());
    };
  }
}
