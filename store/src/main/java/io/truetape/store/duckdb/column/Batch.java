package io.truetape.store.duckdb.column;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of one table on their way into DuckDB, column by column. Not thread-safe.
///
/// Grows by doubling from 4,096 to [#MAX_ROWS] rows and stays grown.
public final class Batch {
  /// One DuckDB row group: the most rows one transaction takes.
  public static final int MAX_ROWS = 122_880;

  private final String table;
  private final List<Column> columns;
  private int capacity;
  private int rows;

  public Batch(String table, List<Column> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  public String table() {
    return table;
  }

  public List<Column> columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public boolean isFull() {
    return rows == MAX_ROWS;
  }

  /// The number of a new row, for which there is room in every column.
  public int addRow() {
    if (rows == capacity) {
      capacity = Math.min(MAX_ROWS, Math.max(4_096, capacity * 2));
      for (Column column : columns) {
        column.grow(capacity);
      }
    }
    return rows++;
  }

  public void clear() {
    rows = 0;
  }

  /// Moves rows `[from, rows)` to the end of `other`, a batch of the same table.
  public void moveTail(int from, Batch other) {
    for (int row = from; row < rows; row++) {
      int to = other.addRow();
      for (int c = 0; c < columns.size(); c++) {
        other.columns.get(c).copyRow(columns.get(c), row, to);
      }
    }
    rows = from;
  }

  /// `name TYPE, ...` of all columns, for `create table`.
  public String ddl() {
    return columns.stream()
        .map(c -> "\"" + c.name() + "\" " + c.type())
        .collect(Collectors.joining(", "));
  }
}
