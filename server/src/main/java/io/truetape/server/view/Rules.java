package io.truetape.server.view;

import java.util.Optional;

/// The thresholds in force, by key: `chips.whales` -> `500000`. Safe from any thread.
///
/// Money in dollars, ratios as decimals. Keys the explanation uses and their documented defaults
/// are listed in [RuleDefaults].
@FunctionalInterface
public interface Rules {
  /// The text of a rule's value; empty when the active rule set does not have it.
  Optional<String> value(String key);
}
