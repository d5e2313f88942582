package io.truetape.store.parquet;

import io.truetape.store.query.Exports;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Writes days to `flow/year=YYYY/month=MM/day=DD/flow.parquet` under one folder, and conclusions to
/// folders of their own beside it: `packets/...`, `alerts/...`.
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

  /// Writes every day of every kind of conclusion, each under the name of its table.
  public Map<Resource, List<Written>> writeConclusions() {
    Map<Resource, List<Written>> out = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      List<Written> files = new ArrayList<>();
      for (int day : exports.days(resource)) {
        files.add(write(resource.table(), day, file -> exports.write(resource, day, file)));
      }
      if (!files.isEmpty()) {
        out.put(resource, files);
      }
    }
    return out;
  }

  /// Writes one day of prints, an epoch day.
  public Written write(int day) {
    return write("flow", day, file -> exports.writeFlow(day, file));
  }

  private Written write(String table, int day, ToLongFunction<Path> writer) {
    LocalDate date = LocalDate.ofEpochDay(day);
    Path folder =
        lake.resolve(
            "%s/year=%d/month=%02d/day=%02d"
                .formatted(table, date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    Path whole = folder.resolve(table + ".parquet");
    Path part = folder.resolve(table + ".parquet.part");
    try {
      Files.createDirectories(folder);
      long rows = writer.applyAsLong(part);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Written(day, whole, rows);
    } catch (IOException e) {
      throw new StoreFault("cannot write " + whole + ": " + e.getMessage(), e);
    }
  }
}
