package io.truetape.store.query;

import io.truetape.store.query.meaning.Resource;
import java.nio.file.Path;
import java.util.List;

/// Days that can be written out as files.
public interface Exports {
  /// Epoch days that have prints, oldest first.
  List<Integer> days();

  /// Writes all prints of a day to one Parquet file (docs/formats/lake.md); gives the row count.
  long writeFlow(int day, Path file);

  /// Epoch days, New York, that have conclusions of this kind, oldest first.
  List<Integer> days(Resource resource);

  /// Writes every revision of a day's conclusions to one Parquet file; gives the row count.
  long write(Resource resource, int day, Path file);
}
