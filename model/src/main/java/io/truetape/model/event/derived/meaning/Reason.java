package io.truetape.model.event.derived.meaning;

/// Something that counted for or against a profile: emitted only when its condition held.
public record Reason(String code, double weight) {}
