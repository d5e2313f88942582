package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.RulePreview;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.time.SessionClock;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.StorePlan;
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
      "Says how often an alert rule would have fired in a stored session, and where first.",
      "A session that was only imported is stored by its first replay.",
      "Stop a running Truetape first."
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
    String content = rule.contains("=") ? rule : io.truetape.app.config.Preset.of(rule).rule();
    Console console = new Console(shared.json, 0);
    RulePreview preview = stored(content);
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
    fields.put("seen", preview.seen());
    fields.put("complete", preview.complete());
    fields.put("millis", preview.millis());
    if (shared.json) {
      fields.put("first", first);
    }
    console.result(fields);
    if (!shared.json) {
      first.forEach(console::line);
    }
  }

  private RulePreview stored(String content) {
    Config config = shared.config();
    try (DataFolder folder = DataFolder.open(shared.data(config))) {
      Path from = folder.storeOf(session);
      StorePlan plan = new StorePlan(from, folder.lake(), 2, config.store().memoryMegabytes());
      try (DuckStore store = DuckStore.open(plan)) {
        return RulePreview.of(store, content, SessionClock.standard());
      }
    }
  }
}
