package io.truetape.replay.shadow;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The thresholds of one rule set.
final class Values {
  private final List<RuleValue> list;
  private final Map<String, String> byKey = new TreeMap<>();

  Values(RulesActivated rules) {
    this.list = rules.values();
    rules.values().forEach(value -> byKey.put(value.key(), value.value()));
  }

  List<RuleValue> list() {
    return list;
  }

  /// A value as written; `-` when the rule set does not have the key.
  String text(String key) {
    return byKey.getOrDefault(key, "-");
  }

  /// A value as a number; `otherwise` when it is none.
  double number(String key, double otherwise) {
    try {
      return Double.parseDouble(byKey.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
