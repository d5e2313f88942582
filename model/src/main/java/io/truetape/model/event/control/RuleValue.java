package io.truetape.model.event.control;

/// One threshold: `key` is `section.name`, `value` its text as canonical TOML would print it.
public record RuleValue(String key, String value) {}
