package io.truetape.app.cli;

import io.truetape.app.config.ConfigFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows the configuration in force.
@Command(
    name = "config",
    description = {"Checks the configuration and shows what is in force."},
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape config show"},
    subcommands = ConfigCommand.Show.class)
final class ConfigCommand implements Runnable {
  @Override
  public void run() {
    System.out.println("truetape config show");
  }

  /// `config show`.
  @Command(
      name = "show",
      description = "Checks the configuration file and prints every value in force.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape config show --example > truetape.toml"})
  static final class Show implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Option(names = "--example", description = "print the commented example file instead")
    private boolean example;

    @Override
    public void run() {
      if (example) {
        System.out.print(ConfigFile.shipped());
        return;
      }
      new Console(shared.json, 0).result(ConfigFile.fields(shared.config()));
    }
  }
}
