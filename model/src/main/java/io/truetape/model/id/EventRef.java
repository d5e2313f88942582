package io.truetape.model.id;

/// Points at evidence: what kind of event, and its place in the log. Always resolves.
public record EventRef(String kind, long seq) {}
