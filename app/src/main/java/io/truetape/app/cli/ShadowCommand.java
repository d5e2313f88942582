package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.config.RuleFile;
import io.truetape.app.config.RuleFolder;
import io.truetape.app.config.SmallFile;
import io.truetape.app.ops.Batches;
import io.truetape.engine.log.LogReader;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.replay.shadow.Shadow;
import io.truetape.replay.shadow.ShadowReport;
import io.truetape.replay.shadow.Tolerances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.ObjectMapper;

/// Two rule sets over the same sessions.
@Command(
    name = "shadow",
    description = {
      "Runs two rule sets over the same sessions and writes, per chip, classifier, profile",
      "and alert, what each says that the other does not, and which feature made the difference.",
      "Exit code 1 when an item is below its tolerance."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: truetape shadow mon tue wed --rules standard --rules mine --tolerance all=0.9"
    })
final class ShadowCommand implements Callable<Integer> {
  private static final int ENOUGH = 3;
  private static final int EXAMPLES = 200;

  @Mixin private Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "SESSION")
  private List<String> sessions = List.of();

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "NAME|FILE",
      description = "twice: the rules in force (A), then those to compare (B)")
  private List<String> rules = List.of();

  @Option(
      names = "--tolerance",
      paramLabel = "NAME=SHARE",
      description = "least Jaccard index of an item: chip.sweeps=0.95, classifier=0.9, all=0.5")
  private List<String> tolerances = List.of();

  @Option(
      names = "--tolerances",
      paramLabel = "FILE",
      description = "the same, one per line; lines that begin with # are left out")
  private @Nullable Path toleranceFile;

  @Option(names = "--few", description = "accept fewer than three sessions")
  private boolean few;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where shadow.json and shadow.html go (default: DATA/shadow/A-B)")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (rules.size() != 2) {
      throw new BadInput("--rules was given " + rules.size() + " times; name A and B");
    }
    if (sessions.size() < ENOUGH && !few) {
      throw new BadInput(
          sessions.size() + " sessions say little about a rule set; name three, or add --few");
    }
    Config config = shared.config();
    Path data = shared.data(config);
    RuleFolder folder = new RuleFolder(data);
    RuleFile a = folder.named(rules.getFirst());
    RuleFile b = folder.named(rules.getLast());
    Tolerances declared = new Tolerances(declared());
    List<Path> logs = sessions.stream().map(s -> VerifyCommand.log(data, s)).toList();
    Console console = new Console(shared.json, 0);
    Shadow shadow = new Shadow(SessionClock.standard(), a.activation(0), b.activation(0), EXAMPLES);
    for (int i = 0; i < logs.size(); i++) {
      try (LogReader log = LogReader.open(logs.get(i))) {
        shadow.session(sessions.get(i), () -> Batches.next(log, Long.MAX_VALUE), console::progress);
      }
    }
    console.endProgress();
    ShadowReport report = shadow.report(declared);
    Path to = out == null ? data.resolve("shadow").resolve(a.name() + "-" + b.name()) : out;
    SmallFile.replace(to.resolve("shadow.json"), new ObjectMapper().writeValueAsString(report));
    SmallFile.replace(to.resolve("shadow.html"), ShadowPage.of(report));
    print(console, report, to);
    return report.within() ? 0 : 1;
  }

  private List<String> declared() {
    List<String> declared = new ArrayList<>();
    Path file = toleranceFile;
    if (file != null) {
      for (String line : SmallFile.text(file).lines().toList()) {
        if (!line.isBlank() && !line.strip().startsWith("#")) {
          declared.add(line.strip());
        }
      }
    }
    declared.addAll(tolerances);
    return declared;
  }

  private void print(Console console, ShadowReport report, Path to) {
    if (shared.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("within", report.within());
      fields.put("rows", report.rows().stream().map(ShadowCommand::row).toList());
      fields.put("out", to.toString());
      console.result(fields);
      return;
    }
    for (ShadowReport.Row row : report.rows()) {
      console.line(
          String.format(
              Locale.ROOT,
              "%s %-11s %-26s %,9d %,9d  +%,d -%,d  %.4f%s",
              row.within() ? " " : "!",
              row.group(),
              row.item(),
              row.before(),
              row.after(),
              row.added(),
              row.removed(),
              row.jaccard(),
              row.within() ? "" : " below " + row.tolerance()));
    }
    console.line(to.resolve("shadow.html").toString());
  }

  private static Map<String, Object> row(ShadowReport.Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("item", row.group() + "." + row.item());
    fields.put("before", row.before());
    fields.put("after", row.after());
    fields.put("added", row.added());
    fields.put("removed", row.removed());
    fields.put("jaccard", row.jaccard());
    fields.put("within", row.within());
    fields.put("features", row.features());
    return fields;
  }
}
