package io.truetape.store.query;

import java.nio.file.Path;
import java.util.List;

/// Days that can be written out as files.
public interface Exports {
  /// Epoch days that have prints, oldest first.
  List<Integer> days();

  /// Writes all prints of a day to one Parquet file (docs/formats/lake.md); gives the row count.
  long writeFlow(int day, Path file);
}
