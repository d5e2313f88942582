package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.app.config.AlertRuleFile;
import io.truetape.app.config.Preset;
import io.truetape.app.config.RuleDiff;
import io.truetape.app.config.RuleFile;
import io.truetape.app.config.RuleFolder;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rule files, alert rules and presets: what is taken, what is refused, and with which words.
class RuleFileTest {
  @TempDir private Path data;

  @Test
  void theStandardRulesAreTakenByEveryRoom() {
    assertThat(RuleFile.parse("standard", standard()).values()).hasSizeGreaterThan(150);
  }

  @Test
  void anUnknownKeyIsRefusedWithItsLineAndTheNearestOne() {
    refused(s -> s.replace("joinWaitMillis = 20 ", "joinWaitMilis = 20 "), "line 7", "mine.toml");
    refused(
        s -> s.replace("joinWaitMillis = 20 ", "joinWaitMillis = 20\njoinWaitMilis = 20 "),
        "line 8",
        "did you mean nbbo.joinWaitMillis?");
  }

  @Test
  void aMissingKeyIsRefusedAtItsSection() {
    refused(
        s -> s.replace("joinWaitMillis = 20 ", "#"), "line 6", "nbbo.joinWaitMillis is missing");
    refused(s -> s.replace("version = \"1\"", ""), "version is missing");
  }

  @Test
  void aValueOfAnotherKindIsRefusedWithItsLine() {
    refused(
        s -> s.replace("buyFrom = 0.58", "buyFrom = \"0.58\""),
        "line ",
        "side.buyFrom = 0.58: expected a number, not text in quotes");
    refused(s -> s.replace("name = \"standard\"", "name = 5"), "expected text in quotes");
    refused(s -> s.replace("buyFrom = 0.58", "buyFrom = nan"), "must be text, a number");
    refused(s -> s.replace("buyFrom = 0.58", "buyFrom = [0.58]"), "must be text, a number");
  }

  @Test
  void aKeyGivenTwiceIsRefusedWithItsLine() {
    refused(s -> s.replace("buyFrom = 0.58", "buyFrom = 0.58\nbuyFrom = 0.6"), "line 16");
    refused(s -> s + "\n[side]\nbuyFrom = 0.6\n", "line ");
  }

  @Test
  void everyRoomRefusesWhatIsOutOfItsRange() {
    outOfRange("nbbo.maxAgeMillis", "-1", "nbbo.maxAgeMillis = -1");
    outOfRange("normalize.identities", "2.5", "normalize.identities = 2.5");
    outOfRange("side.buyFrom", "1.2", "side.buyFrom = 1.2: expected 0.5 to 1");
    outOfRange("greeks.defaultRate", "5", "greeks.defaultRate = 5");
    outOfRange("stats.openToMinute", "9000", "stats.openToMinute");
    outOfRange("sigscore.valueWeight", "1.5", "sigscore.valueWeight = 1.5");
    outOfRange("chips.highSig", "9", "chips.highSig = 9");
    outOfRange("legs.codedWeight", "4", "legs.codedWeight = 4");
    outOfRange("cluster.windowMillis", "100", "cluster.windowMillis");
    outOfRange("classify.coverage", "5", "classify.coverage = 5");
    outOfRange("profile.stalePenalty", "4.5", "profile.stalePenalty = 4.5");
    outOfRange("dark.groupDominance", "7", "dark.groupDominance = 7");
    outOfRange("strikes.hysteresis", "25", "strikes.hysteresis = 25");
    outOfRange("exposure.publishMillis", "-1", "exposure.publishMillis = -1");
    outOfRange("views.smartPercentile", "1.5", "views.smartPercentile = 1.5: expected 0 to 1");
    outOfRange("views.size", "-1", "views.size = -1: expected 0 or more");
    outOfRange("alert.perSymbolHour", "-6", "alert.perSymbolHour = -6");
    outOfRange("alert.medium", "100", "medium, high and critical must not fall");
  }

  @Test
  void aDiffNamesEveryKeyWithBothValuesAndItsUnit() {
    RuleFile mine =
        RuleFile.parse(
            "mine",
            standard()
                .replace("\"standard\"", "\"mine\"")
                .replace("whales = 500000", "whales = 750000")
                .replace("cooldownMillis = 600000", "cooldownMillis = 300000"));

    assertThat(RuleDiff.between(RuleFile.standard(), mine))
        .containsExactly(
            new RuleDiff("alert.cooldownMillis", "600000", "300000", "ms"),
            new RuleDiff("chips.whales", "500000", "750000", "dollars"));
  }

  @Test
  void ownRuleSetsAreFoundByNameAndANameIsNotTakenTwice() throws IOException {
    Path folder = Files.createDirectories(data.resolve("rules"));
    Files.writeString(folder.resolve("a.toml"), standard().replace("\"standard\"", "\"mine\""));
    Files.writeString(folder.resolve("b.toml"), standard());
    RuleFolder rules = new RuleFolder(data);

    assertThat(rules.named("mine").name()).isEqualTo("mine");
    assertThat(rules.all())
        .extracting(RuleFolder.Found::refusal)
        .anyMatch(r -> r.contains("taken"));
    assertThatThrownBy(() -> rules.named("mein")).hasMessageContaining("did you mean mine?");
  }

  @Test
  void alertRulesAreStrict() {
    alertRefused("[a]\nname = \"x\"\n", "line 1", "a.rule is missing");
    alertRefused("[a]\nrule = \"on=print\"\ncolour = \"red\"\n", "line 3", "unknown key");
    alertRefused("[a]\nrule = \"on=print&minSiz=3\"\n", "line 2", "has no \"minSiz\"");
    alertRefused(
        "[a]\nrule = \"on=print&minSize=3\"\nactive = \"yes\"\n", "line 3", "true or false");
    alertRefused("[a]\nrule = \"on=print&minSize=3\"\n[a]\n", "line 3", "previously defined");
    alertRefused("[A]\nrule = \"on=print&minSize=3\"\n", "line 1", "expected [a-z0-9]");
    alertRefused("rule = \"on=print\"\n", "line 1", "needs an id");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 65; i++) {
      many.append("[r").append(i).append("]\nrule = \"on=print&minSize=3\"\n");
    }
    alertRefused(many.toString(), "at most 64");
  }

  @Test
  void aChangedAlertRuleFileBecomesTheEventsThatLeadToIt() {
    AlertRuleFile first = new AlertRuleFile(List.of()).with(rule("a", true)).with(rule("b", true));
    first.write(data);
    AlertRuleFile read = AlertRuleFile.read(data);
    assertThat(read).isEqualTo(first);
    List<UserRuleActivated> start = read.changes(List.of(), 5);
    assertThat(start).extracting(UserRuleActivated::ruleId).containsExactly("a", "b");
    assertThat(read.changes(start, 6)).isEmpty();

    List<UserRuleActivated> later = read.with(rule("a", false)).changes(start, 7);
    assertThat(later).extracting(UserRuleActivated::ruleId).containsExactly("a");
    assertThat(later.getFirst().active()).isFalse();
  }

  @Test
  void everyPresetIsReadableAndSaysWhereItComesFrom() {
    List<Preset> presets = Preset.shipped();

    assertThat(presets).hasSizeGreaterThan(15).extracting(Preset::id).doesNotHaveDuplicates();
    assertThat(presets).allSatisfy(p -> assertThat(p.source()).isNotBlank());
    assertThat(Preset.of("golden-sweep").rule()).contains("sizeOverOi=true");
    assertThatThrownBy(() -> Preset.of("golden-swep")).hasMessageContaining("golden-sweep");
  }

  private static AlertRuleFile.AlertRule rule(String id, boolean active) {
    return new AlertRuleFile.AlertRule(id, "\"" + id + "\"", "me", "on=print&minSize=3", active);
  }

  private static void outOfRange(String key, String value, String words) {
    refused(_ -> RuleText.with(key, value), "line ", words);
  }

  private static void refused(UnaryOperator<String> change, String... words) {
    String text = change.apply(standard());
    assertThat(text).isNotEqualTo(standard());
    assertThatThrownBy(() -> RuleFile.parse("mine.toml", text))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(words);
  }

  private static void alertRefused(String text, String... words) {
    assertThatThrownBy(() -> AlertRuleFile.parse("alert-rules.toml", text))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(words);
  }

  private static String standard() {
    return RuleFile.standard().content();
  }
}
