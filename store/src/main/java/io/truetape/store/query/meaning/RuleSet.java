package io.truetape.store.query.meaning;

import io.truetape.model.event.control.RulesActivated;

/// A rule set that came into force, and the log entry that says so.
public record RuleSet(long seq, RulesActivated rules) {}
