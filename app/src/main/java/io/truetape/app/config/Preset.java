package io.truetape.app.config;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import io.truetape.pipeline.RuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A rule somebody published, as an alert rule of ours: `config/rules/presets/ID.toml`.
///
/// | component | meaning |
/// |---|---|
/// | `source` | who published it, where |
/// | `published` | the rule in the publisher's terms |
/// | `rule` | what is watched here: docs/formats/alert-rules.md |
/// | `differs` | what of the published rule cannot be said; empty when it is the same |
public record Preset(
    String id, String name, String source, String published, String rule, String differs) {
  private static final String FIRST = "config/rules/presets/barchart-unusual.toml";
  private static final List<String> KEYS =
      List.of("id", "name", "source", "published", "rule", "differs");

  /// Every preset of the build, by id.
  public static List<Preset> shipped() {
    List<Preset> presets = new ArrayList<>();
    for (String name : Shipped.beside(FIRST)) {
      Preset preset = parse(name, Shipped.text(name));
      for (Preset other : presets) {
        if (other.id.equals(preset.id)) {
          throw new BadInput(name + ": the id " + preset.id + " is taken");
        }
      }
      presets.add(preset);
    }
    return presets;
  }

  /// The preset with this id.
  public static Preset of(String id) {
    List<Preset> all = shipped();
    for (Preset preset : all) {
      if (preset.id.equals(id)) {
        return preset;
      }
    }
    List<String> known = all.stream().map(Preset::id).toList();
    throw new BadInput("no preset \"" + id + "\"" + Nearest.suggestion(id, known) + "; " + known);
  }

  /// Reads a preset; every key must be there, no other may.
  public static Preset parse(String origin, String content) {
    Toml toml = Toml.parse(origin, content);
    toml.refuseUnknown(KEYS);
    Map<String, String> values = toml.values();
    for (String key : KEYS) {
      if (!values.containsKey(key)) {
        throw new BadInput(origin + ": " + key + " is missing");
      }
    }
    String id = String.valueOf(values.get("id"));
    String rule = String.valueOf(values.get("rule"));
    try {
      RuleCheck.userRule(id, rule);
    } catch (BadInput e) {
      throw new BadInput(toml.where("rule") + ": " + e.getMessage());
    }
    return new Preset(
        id,
        String.valueOf(values.get("name")),
        String.valueOf(values.get("source")),
        String.valueOf(values.get("published")),
        rule,
        String.valueOf(values.get("differs")));
  }

  /// This preset as a user's rule.
  public AlertRuleFile.AlertRule asRule(boolean active) {
    return new AlertRuleFile.AlertRule(id, name, "local", rule, active);
  }
}
