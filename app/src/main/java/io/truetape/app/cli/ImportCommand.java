package io.truetape.app.cli;

import io.truetape.app.config.AlertRuleFile;
import io.truetape.app.config.Config;
import io.truetape.app.ops.Baselines;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.FileImport;
import io.truetape.feed.FileFeed;
import io.truetape.feed.FileFeeds;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Files into a session log.
@Command(
    name = "import",
    description = {
      "Reads recorded vendor files into a session log and says what was in them.",
      "Formats: Databento DBN, Cboe DataShop CSV, LEAN zips, ThetaData CSV or NDJSON, tapes."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape import --session spy-june trades.dbn.zst quotes.dbn.zst"})
final class ImportCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files, merged in time order")
  private List<Path> files = List.of();

  @Option(
      names = "--session",
      paramLabel = "NAME",
      description = "session to append to (default: named after the first file)")
  private @Nullable String session;

  @Option(names = "--rules", paramLabel = "FILE", description = "a rule file")
  private @Nullable Path rules;

  @Override
  public Integer call() {
    Config config = shared.config();
    FileFeed feed = FileFeeds.open(files);
    String name = DataFolder.checked(session == null ? sessionOf(files.getFirst()) : session);
    Console console = new Console(shared.json, feed.totalBytes());
    try (DataFolder folder = DataFolder.open(shared.data(config))) {
      FileImport done =
          FileImport.run(
              folder.log(name),
              name,
              feed,
              Shared.rules(config, shared.data(config), name, rules),
              AlertRuleFile.read(shared.data(config)),
              config.log().plan(),
              SessionClock.standard(),
              config.run().shards(),
              new Baselines(folder.baselines()),
              (_, _) -> {},
              tally -> console.progress(tally.total(), feed.readBytes()));
      console.endProgress();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("session", name);
      Console.add(fields, done.tally());
      fields.put("lastSeq", done.lastSeq());
      fields.put("digest", done.digest().hex());
      fields.put("fault", done.fault());
      console.result(fields);
      if (!done.fault().isEmpty()) {
        console.note("truetape: " + done.fault());
        return 1;
      }
      return 0;
    }
  }

  /// A session name from a file name: letters and digits, the rest dashes.
  static String sessionOf(Path file) {
    String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9]+", "-");
    String trimmed = name.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "import" : trimmed.substring(0, Math.min(60, trimmed.length()));
  }
}
