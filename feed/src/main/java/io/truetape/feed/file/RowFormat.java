package io.truetape.feed.file;

/// How one vendor's text rows become events. Pure; made anew for every reading.
public interface RowFormat {
  /// The time a row is sorted by, UTC nanoseconds. Throws `BadInput` for a row without one.
  long timeNanos(Row row);

  /// Adds what the row says. Throws `BadInput` for a row that says nothing valid.
  void map(Row row, Outbox out);

  /// The row as comma-separated fields in the order of the columns.
  default String toFields(String line) {
    return line;
  }
}
