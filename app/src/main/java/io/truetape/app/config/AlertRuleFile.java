package io.truetape.app.config;

import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.RuleCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The users' alert rules of a data folder: one file, strict, at most 64 rules.
///
/// ```
/// [golden-sweep]
/// name = "Golden sweep"
/// rule = "on=packet&cluster=sweep&minPremium=1000000.01&sizeOverOi=true"
/// active = true
/// ```
/// Source: docs/formats/alert-rules.md.
public record AlertRuleFile(List<AlertRule> rules) {
  static final int LIMIT = 64;
  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  public AlertRuleFile {
    rules = List.copyOf(rules);
  }

  /// One rule. `active` is false for one that is kept but not watched.
  public record AlertRule(String id, String name, String owner, String rule, boolean active) {}

  /// Where the rules of a data folder are.
  public static Path in(Path data) {
    return data.resolve("alert-rules.toml");
  }

  /// The rules of a data folder; none when it has no such file.
  public static AlertRuleFile read(Path data) {
    Path file = in(data);
    return Files.exists(file)
        ? parse(file.toString(), SmallFile.text(file))
        : new AlertRuleFile(List.of());
  }

  /// Refused with line and reason: unknown or missing key, other kind of value, unreadable rule, an
  /// id given twice, too many.
  public static AlertRuleFile parse(String origin, String content) {
    Toml toml = Toml.parse(origin, content);
    Map<String, Map<String, String>> tables = new TreeMap<>();
    for (Map.Entry<String, String> value : toml.values().entrySet()) {
      int dot = value.getKey().lastIndexOf('.');
      if (dot < 0) {
        throw new BadInput(toml.where(value.getKey()) + ": \"" + value.getKey() + "\" needs an id");
      }
      tables
          .computeIfAbsent(value.getKey().substring(0, dot), _ -> new TreeMap<>())
          .put(value.getKey().substring(dot + 1), value.getValue());
    }
    if (tables.size() > LIMIT) {
      throw new BadInput(origin + ": " + tables.size() + " rules; at most " + LIMIT);
    }
    List<AlertRule> rules = new ArrayList<>();
    tables.forEach((id, table) -> rules.add(rule(toml, id, table)));
    return new AlertRuleFile(rules);
  }

  private static AlertRule rule(Toml toml, String id, Map<String, String> table) {
    if (!id.matches(ID)) {
      throw new BadInput(toml.where(id) + ": id \"" + id + "\": expected " + ID);
    }
    toml.refuseUnknown(id, List.of("name", "owner", "rule", "active"));
    for (String key : table.keySet()) {
      toml.refuseOtherKind(id + "." + key, key.equals("active"));
    }
    String rule = table.get("rule");
    if (rule == null) {
      throw new BadInput(toml.where(id) + ": " + id + ".rule is missing");
    }
    try {
      RuleCheck.userRule(id, rule);
    } catch (BadInput e) {
      throw new BadInput(toml.where(id + ".rule") + ": " + e.getMessage());
    }
    return new AlertRule(
        id,
        table.getOrDefault("name", id),
        table.getOrDefault("owner", "local"),
        rule,
        table.getOrDefault("active", "true").equals("true"));
  }

  /// The same rules with this one added, or put in the place of the one with its id.
  public AlertRuleFile with(AlertRule rule) {
    Map<String, AlertRule> all = new TreeMap<>();
    rules.forEach(r -> all.put(r.id(), r));
    all.put(rule.id(), rule);
    if (all.size() > LIMIT) {
      throw new BadInput("there are " + LIMIT + " alert rules; take one out before adding another");
    }
    return new AlertRuleFile(List.copyOf(all.values()));
  }

  /// Puts these rules in the place of those of the data folder.
  public void write(Path data) {
    StringBuilder text =
        new StringBuilder(
            "# Alert rules: docs/formats/alert-rules.md. Rewritten by the program.\n");
    for (AlertRule r : rules) {
      text.append("\n[").append(r.id()).append("]\n");
      text.append("name = ").append(quoted(r.name())).append('\n');
      text.append("owner = ").append(quoted(r.owner())).append('\n');
      text.append("rule = ").append(quoted(r.rule())).append('\n');
      text.append("active = ").append(r.active()).append('\n');
    }
    SmallFile.replace(in(data), text.toString());
  }

  /// The events that lead from the rules in force to these: new, changed, and gone.
  public List<UserRuleActivated> changes(List<UserRuleActivated> inForce, long tsNanos) {
    Map<String, UserRuleActivated> before = new TreeMap<>();
    inForce.stream().filter(UserRuleActivated::active).forEach(e -> before.put(e.ruleId(), e));
    List<UserRuleActivated> events = new ArrayList<>();
    Map<String, AlertRule> after = new TreeMap<>();
    rules.stream().filter(AlertRule::active).forEach(r -> after.put(r.id(), r));
    before.forEach(
        (id, e) -> {
          if (!after.containsKey(id)) {
            events.add(new UserRuleActivated(tsNanos, id, e.owner(), e.content(), false));
          }
        });
    after.forEach(
        (id, r) -> {
          UserRuleActivated e = before.get(id);
          if (e == null || !e.content().equals(r.rule()) || !e.owner().equals(r.owner())) {
            events.add(new UserRuleActivated(tsNanos, id, r.owner(), r.rule(), true));
          }
        });
    return events;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }
}
