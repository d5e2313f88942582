package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.RuleFile;
import io.truetape.model.event.control.RulesActivated;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options every command that touches data has.
final class Shared {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration file (default: truetape.toml here, if there is one)")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder (default: data.folder of the configuration)")
  private @Nullable Path data;

  @Option(names = "--json", description = "one JSON object on standard output")
  boolean json;

  Config config() {
    return ConfigFile.load(Optional.ofNullable(config));
  }

  Path data(Config from) {
    return data == null ? from.dataFolder() : data;
  }

  /// The rules a run should have in force: the named file, else the configured one, else standard.
  static RulesActivated rules(Config config, @Nullable Path named) {
    RuleFile file =
        named != null
            ? RuleFile.read(named)
            : config.run().rules().isEmpty()
                ? RuleFile.standard()
                : RuleFile.read(Path.of(config.run().rules()));
    return file.activation(0);
  }
}
