package io.truetape.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command.
@Command(
    name = "truetape",
    description = "Options flow and off-exchange prints, explained, from your own feed.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    subcommands = {
      RunCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      ExportCommand.class,
      LogCommand.class,
      VerifyCommand.class,
      RulesCommand.class,
      ShadowCommand.class,
      ScoreCommand.class,
      DoctorCommand.class,
      ConfigCommand.class,
      VersionCommand.class,
      WarmupCommand.class
    },
    footer = {"", "Example: truetape run", "Each command has --help with an example."})
public final class Truetape implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command; the first one is: run");
  }
}
