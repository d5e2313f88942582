package io.truetape.app.config;

import io.truetape.model.event.control.RuleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One key in which two rule sets differ; `-` where one of them does not have it.
///
/// `unit` is that of the value as written in the file.
public record RuleDiff(String key, String before, String after, String unit) {

  /// Every key that differs, in order of key.
  public static List<RuleDiff> between(RuleFile before, RuleFile after) {
    Map<String, String> a = values(before);
    Map<String, String> b = values(after);
    Map<String, String> all = new TreeMap<>(a);
    all.putAll(b);
    List<RuleDiff> differences = new ArrayList<>();
    for (String key : all.keySet()) {
      String one = a.getOrDefault(key, "-");
      String other = b.getOrDefault(key, "-");
      if (!one.equals(other)) {
        differences.add(new RuleDiff(key, one, other, unit(key)));
      }
    }
    return differences;
  }

  /// The unit of a key's value, by its name: docs/runbooks/rules.md.
  public static String unit(String key) {
    String name = key.substring(key.indexOf('.') + 1);
    if (name.endsWith("Millis")) {
      return "ms";
    }
    if (name.endsWith("Bps")) {
      return "bps";
    }
    if (name.endsWith("Pct") || name.endsWith("Percent")) {
      return "%";
    }
    if (name.endsWith("Dte") || name.endsWith("Days")) {
      return "days";
    }
    if (name.endsWith("Minute")) {
      return "minute of day";
    }
    if (isDollars(key, name)) {
      return "dollars";
    }
    if (name.endsWith("Size") || name.equals("inferredSize")) {
      return "contracts";
    }
    if (name.endsWith("Shares")) {
      return "shares";
    }
    if (name.endsWith("Points") || (key.startsWith("alert.") && !name.startsWith("per"))) {
      return "points";
    }
    return name.matches(".*(Prints|Min|Samples|Venues|Hour|Windows|each|identities|history)$")
        ? "count"
        : "number";
  }

  private static boolean isDollars(String key, String name) {
    return name.matches(".*([Pp]remium|Notional|Floor|premium100k|premiumFull)$")
        || name.matches("largeStock|largeEtf|largeIndex|sizable|whales|aaMinimum|move")
        || key.equals("profile.premiumFull");
  }

  private static Map<String, String> values(RuleFile file) {
    Map<String, String> values = new TreeMap<>();
    for (RuleValue value : file.values()) {
      values.put(value.key(), value.value());
    }
    return values;
  }
}
