package io.truetape.app.cli;

import io.truetape.app.ops.RulePreview;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What an alert rule would have said.
@Command(
    name = "preview",
    description = {
      "Runs a recorded session again with one alert rule, and says how often it would have fired.",
      "Costs one replay of the session: the time it took is printed."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: truetape rules preview \"on=print&minPremium=1000000\" --session spy-june"
    })
final class PreviewCommand implements Runnable {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "RULE", description = "docs/formats/alert-rules.md, or a preset's id")
  private String rule = "";

  @Option(names = "--session", required = true, paramLabel = "SESSION")
  private String session = "";

  @Override
  public void run() {
    Path log = VerifyCommand.log(shared.data(shared.config()), session);
    String content = rule.contains("=") ? rule : io.truetape.app.config.Preset.of(rule).rule();
    Console console = new Console(shared.json, 0);
    RulePreview preview = RulePreview.of(log, content, SessionClock.standard(), console::progress);
    console.endProgress();
    List<String> first = new ArrayList<>();
    SessionClock clock = SessionClock.standard();
    for (AlertChanged alert : preview.first()) {
      first.add(
          clock.format(alert.tsNanos())
              + " "
              + alert.contractText()
              + " "
              + String.format(Locale.ROOT, "$%,.0f", alert.premiumMicros() / 1e6)
              + (alert.reason().isEmpty() ? "" : " withheld: " + alert.reason()));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", content);
    fields.put("fired", preview.fired());
    fields.put("withheld", preview.withheld());
    fields.put("perSymbol", preview.perSymbol());
    fields.put("prints", preview.prints());
    fields.put("millis", preview.millis());
    if (shared.json) {
      fields.put("first", first);
    }
    console.result(fields);
    if (!shared.json) {
      first.forEach(console::line);
    }
  }
}
