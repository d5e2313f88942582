package io.truetape.app.cli;

import io.truetape.app.config.AlertRuleFile;
import io.truetape.app.config.Preset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Published alert rules, ready to be watched.
@Command(
    name = "presets",
    description = "Alert rules that others published, as rules of ours.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape rules presets activate golden-sweep"},
    subcommands = {
      PresetsCommand.ListAll.class,
      PresetsCommand.Activate.class,
      PresetsCommand.Deactivate.class
    })
final class PresetsCommand implements Runnable {
  @Override
  public void run() {
    System.out.println("truetape rules presets list | activate ID | deactivate ID");
  }

  /// `presets list`.
  @Command(
      name = "list",
      description = "Lists the presets: what was published, what is watched, what differs.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules presets list"})
  static final class ListAll implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Override
    public void run() {
      AlertRuleFile mine = AlertRuleFile.read(shared.data(shared.config()));
      Console console = new Console(shared.json, 0);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Preset preset : Preset.shipped()) {
        boolean active =
            mine.rules().stream().anyMatch(r -> r.id().equals(preset.id()) && r.active());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", preset.id());
        row.put("name", preset.name());
        row.put("active", active);
        row.put("published", preset.published());
        row.put("rule", preset.rule());
        row.put("differs", preset.differs());
        row.put("source", preset.source());
        rows.add(row);
        if (!shared.json) {
          console.line((active ? "* " : "  ") + preset.id() + ": " + preset.name());
          console.line("    published  " + preset.published() + " (" + preset.source() + ")");
          console.line("    watched    " + preset.rule());
          console.line("    differs    " + (preset.differs().isEmpty() ? "-" : preset.differs()));
        }
      }
      if (shared.json) {
        console.result(Map.of("presets", rows));
      }
    }
  }

  /// `presets activate`.
  @Command(
      name = "activate",
      description = {
        "Adds a preset to the alert rules of the data folder. A running session takes it up at",
        "once, as an event in its log; others when they start."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules presets activate barchart-unusual"})
  static final class Activate implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Override
    public void run() {
      set(shared, Preset.of(id), true);
    }
  }

  /// `presets deactivate`.
  @Command(
      name = "deactivate",
      description = "Keeps a preset among the alert rules but no longer watches it.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules presets deactivate barchart-unusual"})
  static final class Deactivate implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Override
    public void run() {
      set(shared, Preset.of(id), false);
    }
  }

  private static void set(Shared shared, Preset preset, boolean active) {
    Path data = shared.data(shared.config());
    AlertRuleFile.read(data).with(preset.asRule(active)).write(data);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", preset.id());
    fields.put("active", active);
    fields.put("rule", preset.rule());
    fields.put("file", AlertRuleFile.in(data).toString());
    new Console(shared.json, 0).result(fields);
  }
}
