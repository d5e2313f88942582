package io.truetape.server.view;

import io.truetape.model.event.control.RuleValue;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Thresholds as they were when a print was finished, out of the rule sets the store keeps. Safe from
/// any thread.
public final class RuleBook {
  private final Facts facts;
  private final Rules now;

  /// What was in force: the thresholds, and the version of their set (empty when no kept set is that
  /// old: the thresholds are then those in force now).
  public record InForce(Rules rules, String version) {}

  public RuleBook(Facts facts, Rules now) {
    this.facts = facts;
    this.now = now;
  }

  /// The rules that decided what log entry `seq` caused.
  public InForce at(long seq) {
    List<RuleSet> sets = facts.ruleSets();
    for (RuleSet set : sets.reversed()) {
      if (set.seq() <= seq) {
        Map<String, String> values = new HashMap<>();
        for (RuleValue value : set.rules().values()) {
          values.put(value.key(), value.value());
        }
        return new InForce(
            withDefaults(key -> Optional.ofNullable(values.get(key))), set.rules().version());
      }
    }
    return new InForce(withDefaults(now), "");
  }

  /// The rules in force now.
  public Rules now() {
    return withDefaults(now);
  }

  private static Rules withDefaults(Rules rules) {
    RuleDefaults defaults = new RuleDefaults();
    return key -> rules.value(key).or(() -> defaults.value(key));
  }
}
