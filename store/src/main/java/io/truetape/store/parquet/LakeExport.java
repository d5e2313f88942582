package io.truetape.store.parquet;

import io.truetape.store.query.Exports;
import io.truetape.store.query.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Writes days to `flow/year=YYYY/month=MM/day=DD/flow.parquet` under one folder.
///
/// A file appears under its name only when it is whole; writing a day again replaces it.
public final class LakeExport {
  private final Exports exports;
  private final Path lake;

  public LakeExport(Exports exports, Path lake) {
    this.exports = exports;
    this.lake = lake;
  }

  /// One file that was written.
  public record Written(int day, Path file, long rows) {}

  /// Writes every day the store has, oldest first.
  public List<Written> writeAll() {
    List<Written> out = new ArrayList<>();
    for (int day : exports.days()) {
      out.add(write(day));
    }
    return out;
  }

  /// Writes one day, an epoch day.
  public Written write(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    Path folder =
        lake.resolve(
            "flow/year=%d/month=%02d/day=%02d"
                .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    Path whole = folder.resolve("flow.parquet");
    Path part = folder.resolve("flow.parquet.part");
    try {
      Files.createDirectories(folder);
      long rows = exports.writeFlow(day, part);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Written(day, whole, rows);
    } catch (IOException e) {
      throw new StoreFault("cannot write " + whole + ": " + e.getMessage(), e);
    }
  }
}
