package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.ops.DataFolder;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.StorePlan;
import io.truetape.store.parquet.LakeExport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Store to Parquet.
@Command(
    name = "export",
    description = {
      "Writes a session's stored prints and conclusions as Parquet, one file per day and kind,",
      "readable by pandas, polars and DuckDB. Columns: docs/formats/lake.md.",
      "Stop a running Truetape first."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape export synthetic-realistic-1-40-2026-01-16 --to lake"})
final class ExportCommand implements Runnable {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "SESSION", description = "a live session, or a replay's name")
  private String session = "";

  @Option(names = "--to", paramLabel = "DIR", description = "default: DATA/lake")
  private Path target = Path.of("");

  @Override
  public void run() {
    Config config = shared.config();
    try (DataFolder folder = DataFolder.open(shared.data(config))) {
      Path from = folder.storeOf(session);
      Path lake = target.toString().isEmpty() ? folder.lake() : target;
      StorePlan plan = new StorePlan(from, lake, 2, config.store().memoryMegabytes());
      try (DuckStore store = DuckStore.open(plan)) {
        LakeExport export = new LakeExport(store.exports(), lake);
        List<LakeExport.Written> files = export.writeAll();
        Map<String, Long> conclusions = new LinkedHashMap<>();
        export
            .writeConclusions()
            .forEach(
                (kind, written) ->
                    conclusions.put(
                        kind.table(), written.stream().mapToLong(LakeExport.Written::rows).sum()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("session", session);
        fields.put("files", files.stream().map(f -> f.file().toString()).toList());
        fields.put("rows", files.stream().mapToLong(LakeExport.Written::rows).sum());
        fields.put("conclusions", conclusions);
        new Console(shared.json, 0).result(fields);
      }
    }
  }
}
