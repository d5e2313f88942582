package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.config.RuleFolder;
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

  /// The rules a session should have in force: the named file, else what it was told by `rules
  /// activate`, else the configured file, else standard.
  static RulesActivated rules(Config config, Path data, String session, @Nullable Path named) {
    if (named != null) {
      return RuleFile.read(named).activation(0);
    }
    return new RuleFolder(data).chosen(session).orElseGet(() -> configured(config)).activation(0);
  }

  /// The same for what is no session of the data folder: a replay of files.
  static RulesActivated rules(Config config, @Nullable Path named) {
    return (named == null ? configured(config) : RuleFile.read(named)).activation(0);
  }

  /// The configured rule file, else standard.
  static RuleFile configured(Config config) {
    return config.run().rules().isEmpty()
        ? RuleFile.standard()
        : RuleFile.read(Path.of(config.run().rules()));
  }
}
