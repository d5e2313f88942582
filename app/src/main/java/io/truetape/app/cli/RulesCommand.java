package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.config.RuleDiff;
import io.truetape.app.config.RuleFile;
import io.truetape.app.config.RuleFolder;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.RuleHistory;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.text.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rule sets: which there are, what they say, which is in force.
@Command(
    name = "rules",
    description = "Lists, shows, compares and activates rule sets; alert rules and presets.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape rules diff standard config/rules/mine.toml"},
    subcommands = {
      RulesCommand.ListAll.class,
      RulesCommand.Show.class,
      RulesCommand.Diff.class,
      RulesCommand.Activate.class,
      PresetsCommand.class,
      PreviewCommand.class
    })
final class RulesCommand implements Runnable {
  @Override
  public void run() {
    System.out.println(
        "truetape rules list | show | diff | activate | presets | preview; --help says more");
  }

  /// `rules list`.
  @Command(
      name = "list",
      description = {
        "Lists the rule sets shipped and those in DATA/rules, with checksum.",
        "With --session also which one that session's log has in force. Exit code 1 when a file",
        "cannot be used."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules list --session spy-june"})
  static final class ListAll implements Callable<Integer> {
    @Mixin private Shared shared = new Shared();

    @Option(names = "--session", paramLabel = "SESSION", description = "whose rules are in force")
    private @Nullable String session;

    @Override
    public Integer call() {
      Path data = shared.data(shared.config());
      String inForce = session == null ? "" : RuleHistory.inForce(VerifyCommand.log(data, session));
      List<Map<String, Object>> rows = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      for (RuleFolder.Found found : new RuleFolder(data).all()) {
        if (found.file().isEmpty()) {
          refused.add(found.refusal());
        } else {
          rows.add(row(found.place(), found.file().get(), inForce));
        }
      }
      if (!inForce.isEmpty()
          && rows.stream().noneMatch(r -> Boolean.TRUE.equals(r.get("active")))) {
        rows.add(inTheLogOnly(inForce));
      }
      print(rows, refused);
      return refused.isEmpty() ? 0 : 1;
    }

    private static Map<String, Object> row(String place, RuleFile file, String inForce) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", file.name());
      row.put("version", file.version());
      row.put("sha256", file.sha256());
      row.put("place", place);
      row.put("active", file.sha256().equals(inForce));
      return row;
    }

    private static Map<String, Object> inTheLogOnly(String sha256) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", "?");
      row.put("version", "?");
      row.put("sha256", sha256);
      row.put("place", "in the log only");
      row.put("active", true);
      return row;
    }

    private void print(List<Map<String, Object>> rows, List<String> refused) {
      Console console = new Console(shared.json, 0);
      if (shared.json) {
        console.result(Map.of("rules", rows, "refused", refused));
        return;
      }
      for (Map<String, Object> row : rows) {
        console.line(
            String.format(
                Locale.ROOT,
                "%s %-16s %-8s %s  %s",
                Boolean.TRUE.equals(row.get("active")) ? "*" : " ",
                row.get("name"),
                row.get("version"),
                row.get("sha256"),
                row.get("place")));
      }
      refused.forEach(why -> console.note("refused: " + why));
    }
  }

  /// `rules show`.
  @Command(
      name = "show",
      description = "Prints a rule set's values with their units.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules show standard"})
  static final class Show implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "NAME|FILE")
    private String name = "";

    @Override
    public void run() {
      RuleFile file = new RuleFolder(shared.data(shared.config())).named(name);
      Console console = new Console(shared.json, 0);
      if (shared.json) {
        Map<String, Object> values = new LinkedHashMap<>();
        file.values().forEach(v -> values.put(v.key(), v.value()));
        console.result(
            Map.of(
                "name",
                file.name(),
                "version",
                file.version(),
                "sha256",
                file.sha256(),
                "values",
                values));
        return;
      }
      console.line(file.name() + " " + file.version() + " " + file.sha256());
      for (RuleValue v : file.values()) {
        console.line(
            String.format(
                Locale.ROOT, "%-32s %12s  %s", v.key(), v.value(), RuleDiff.unit(v.key())));
      }
    }
  }

  /// `rules diff`.
  @Command(
      name = "diff",
      description = "Prints every key in which two rule sets differ.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules diff standard mine"})
  static final class Diff implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(index = "0", paramLabel = "A")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B")
    private String after = "";

    @Override
    public void run() {
      RuleFolder folder = new RuleFolder(shared.data(shared.config()));
      List<RuleDiff> differences = RuleDiff.between(folder.named(before), folder.named(after));
      Console console = new Console(shared.json, 0);
      if (shared.json) {
        console.result(Map.of("differences", differences));
        return;
      }
      for (RuleDiff d : differences) {
        console.line(
            String.format(
                Locale.ROOT, "%-32s %12s -> %-12s %s", d.key(), d.before(), d.after(), d.unit()));
      }
      if (differences.isEmpty()) {
        console.line("no value differs");
      }
    }
  }

  /// `rules activate`.
  @Command(
      name = "activate",
      description = {
        "Checks a rule set and tells a session to run under it: a running one at once, as an event",
        "in its log; another one from its next run or import on. Refused rules change nothing."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape rules activate mine --session synthetic-realistic-1"})
  static final class Activate implements Callable<Integer> {
    private static final int PATIENCE_MILLIS = 10_000;

    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "NAME|FILE")
    private String name = "";

    @Option(names = "--session", required = true, paramLabel = "SESSION")
    private String session = "";

    @Override
    public Integer call() throws InterruptedException {
      Config config = shared.config();
      Path data = shared.data(config);
      RuleFolder folder = new RuleFolder(data);
      RuleFile rules = folder.named(name);
      String checked = DataFolder.checked(session);
      folder.choose(checked, rules);
      Optional<String> running = DataFolder.running(data);
      String outcome = "in force from the next run on";
      if (running.isPresent() && running.get().equals(checked)) {
        outcome = RuleHistory.answer(folder.answerFile(checked), rules.sha256(), PATIENCE_MILLIS);
      } else if (running.isPresent()) {
        outcome += "; running now: " + running.get();
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("session", checked);
      fields.put("rules", rules.name() + " " + rules.version());
      fields.put("sha256", rules.sha256());
      fields.put("outcome", outcome);
      new Console(shared.json, 0).result(fields);
      if (outcome.startsWith("refused")) {
        throw new BadInput(outcome);
      }
      return 0;
    }
  }
}
