package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.engine.log.LogReader;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.UserRuleActivated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules, presets, previews, shadow and score as a person uses them.
class RulesCommandLineTest {
  @TempDir private Path folder;

  @Test
  void ruleSetsAreListedShownComparedAndChosen() throws IOException {
    own("mine", "whales = 500000", "whales = 750000");
    Program.Result list = data("rules", "list");
    assertThat(list.exit()).as(list.err()).isZero();
    assertThat(list.out()).contains("standard").contains("mine").contains("shipped");
    assertThat(data("rules", "diff", "standard", "mine").out())
        .contains("chips.whales")
        .contains("500000 -> 750000")
        .contains("dollars");
    data("import", tape("t"), "--session", "t");
    Program.Result chosen = data("rules", "activate", "mine", "--session", "t");
    assertThat(chosen.out()).contains("in force from the next run on");
    data("import", tape("t2"), "--session", "t");
    assertThat(rules("t")).containsExactly("standard", "mine");
    Program.Result inForce = data("rules", "list", "--session", "t");
    assertThat(inForce.out()).containsPattern("\\* mine");

    own("bad", "whales = 500000", "whales = \"many\"");
    refused("line ", "rules", "show", folder.resolve("data/rules/bad.toml").toString());
    refused("no rule set", "rules", "activate", "min", "--session", "t");
    Program.Result withBad = data("rules", "list");
    assertThat(withBad.exit()).isEqualTo(1);
    assertThat(withBad.err()).contains("chips.whales = many: expected a number");
  }

  @Test
  void aPresetIsActivatedPreviewedAndEntersTheNextLog() throws IOException {
    assertThat(data("rules", "presets", "list").out()).contains("golden-sweep").contains("differs");
    data("rules", "presets", "activate", "intrinio-large");
    Program.Result imported = data("import", tape("t"), "--session", "t", "--json");
    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(users("t")).containsExactly("intrinio-large true");
    data("rules", "presets", "deactivate", "intrinio-large");
    data("import", tape("t2"), "--session", "t");
    assertThat(users("t")).containsExactly("intrinio-large true", "intrinio-large false");

    refused("truetape replay", "rules", "preview", "minSize=1", "--session", "t");
    data("replay", "t");
    Program.Result preview =
        data("rules", "preview", "on=print&minPremium=62000", "--session", "t", "--json");
    assertThat(preview.json().get("fired").asLong()).isEqualTo(1);
    assertThat(preview.json().get("first").get(0).asString()).contains("SPY260116C00600000");
    refused("has no \"minColour\"", "rules", "preview", "on=print&minColour=3", "--session", "t");
  }

  @Test
  void aRunningSessionTakesUpRulesAtOnceAndKeepsTheOldOnesWhenRefused()
      throws IOException, InterruptedException {
    own("mine", "whales = 500000", "whales = 750000");
    Path out = folder.resolve("out");
    String data = folder.resolve("data").toString();
    Process run =
        Program.start(
            "", out, folder.resolve("err"), "run", "--data", data, "--port", "0", "--json");
    try {
      Program.url(run, out);
      String session = Files.readString(folder.resolve("data/running"));
      Program.Result activated = data("rules", "activate", "mine", "--session", session);
      assertThat(activated.out()).contains("in force").doesNotContain("next run");
      data("rules", "presets", "activate", "intrinio-large");
      Files.writeString(
          folder.resolve("data/rules/active/" + session + ".toml"),
          RuleFile.standard().content().replace("whales = 500000", "whales = -"));
      waitForRefusal(session);
    } finally {
      run.destroy();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    String session = Files.readString(folder.resolve("data/running"));
    assertThat(rules(session)).containsExactly("standard", "mine");
    assertThat(users(session)).containsExactly("intrinio-large true");
  }

  @Test
  void shadowWritesWhatDiffersAndSaysWhenItIsTooMuch() throws IOException {
    own("mine", "premium100k = 100000", "premium100k = 50000");
    data("import", tape("t"), "--session", "t");
    refused("add --few", "shadow", "t", "--rules", "standard", "--rules", "mine");
    refused("name A and B", "shadow", "t", "--few", "--rules", "standard");
    Program.Result within =
        data("shadow", "t", "--few", "--rules", "standard", "--rules", "mine", "--json");
    assertThat(within.exit()).as(within.err()).isZero();
    Path to = Path.of(within.json().get("out").asString());
    assertThat(Files.readString(to.resolve("shadow.html")))
        .contains("<caption>")
        .contains("chips.premium100k")
        .doesNotContain("<script");
    assertThat(Files.readString(to.resolve("shadow.json"))).contains("\"jaccard\":0.0");
    Path tolerances = Files.writeString(folder.resolve("t.txt"), "# chips\nchip.100k+=0.9\n");
    String[] strict = {
      "shadow",
      "t",
      "--few",
      "--rules",
      "standard",
      "--rules",
      "mine",
      "--tolerances",
      tolerances.toString()
    };
    Program.Result outside = data(strict);
    assertThat(outside.exit()).isEqualTo(1);
    assertThat(outside.out()).contains("below 0.9");
  }

  @Test
  void readingsAreScoredAgainstTheLabelsBesideTheLog() throws IOException {
    data("import", tape("t"), "--session", "t");
    refused("--labels FILE", "score", "t");
    Path labels =
        Files.writeString(
            folder.resolve("data/log/t/labels.ndjson"),
            "{\"run\":1,\"scenario\":\"block_call\",\"family\":\"retail_whale\","
                + "\"underlying\":\"SPY\",\"direction\":1,\"fromTsNanos\":1,\"toTsNanos\":2,"
                + "\"sequences\":[1]}\n");
    Program.Result scored = data("score", "t");
    assertThat(scored.exit()).as(scored.err()).isZero();
    assertThat(scored.out()).contains("1 labelled runs").contains("retail_whale");
    assertThat(data("score", "t", "--json").json().get("card").get("runs").asLong()).isEqualTo(1);
    Files.writeString(labels, "{\"run\":1}\n{}\n");
    refused("line 1", "score", "t");
  }

  private void waitForRefusal(String session) throws IOException, InterruptedException {
    Path answer = folder.resolve("data/rules/active/" + session + ".answer");
    for (int i = 0; i < 200 && !Files.readString(answer).contains("refused"); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(Files.readString(answer)).contains("refused").contains("line ");
  }

  private List<String> rules(String session) {
    List<String> names = new ArrayList<>();
    try (LogReader log = LogReader.open(folder.resolve("data/log").resolve(session))) {
      while (log.next()) {
        if (log.event() instanceof RulesActivated e) {
          names.add(e.name());
        }
      }
    }
    return names;
  }

  private List<String> users(String session) {
    List<String> names = new ArrayList<>();
    try (LogReader log = LogReader.open(folder.resolve("data/log").resolve(session))) {
      while (log.next()) {
        if (log.event() instanceof UserRuleActivated e) {
          names.add(e.ruleId() + " " + e.active());
        }
      }
    }
    return names;
  }

  private void own(String name, String standard, String changed) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("data/rules"));
    Files.writeString(
        rules.resolve(name + ".toml"),
        RuleFile.standard()
            .content()
            .replace("name = \"standard\"", "name = \"" + name + "\"")
            .replace(standard, changed));
  }

  private Program.Result data(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    return Program.here(all);
  }

  private void refused(String with, String... arguments) {
    Program.Result result = data(arguments);
    assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
    assertThat(result.err()).contains(with).doesNotContain("\tat ");
  }

  private String tape(String name) throws IOException {
    return Files.writeString(
            folder.resolve(name + ".tape"),
            """
            day 2026-01-16
            10:00:00.000000 bbo SPY 599.99 x 600.01
            10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 size=10x20
            10:00:00.001300 print SPY 260116C00600 1.25 500 CBOE iso seq=1
            10:00:00.002000 print SPY 260116C00600 1.20 30 CBOE auto seq=2
            """)
        .toString();
  }
}
