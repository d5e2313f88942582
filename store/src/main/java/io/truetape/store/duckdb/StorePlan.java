package io.truetape.store.duckdb;

import java.nio.file.Path;

/// Where a store lives and how much it may take.
///
/// | component | meaning |
/// |---|---|
/// | `directory` | holds `store.duckdb` |
/// | `exportDirectory` | the only folder DuckDB itself may write files to |
/// | `threads`, `memoryMegabytes` | limits of the engine inside |
public record StorePlan(Path directory, Path exportDirectory, int threads, int memoryMegabytes) {
  /// The defaults: exports to `<directory>/lake`, two threads, 1 GB.
  public static StorePlan in(Path directory) {
    return new StorePlan(directory, directory.resolve("lake"), 2, 1_024);
  }
}
