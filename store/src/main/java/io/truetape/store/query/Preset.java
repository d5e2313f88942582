package io.truetape.store.query;

/// A named filter somebody keeps. `query` is the query string of a flow request; `version` starts
/// at 1 and counts changes.
public record Preset(long id, String name, String query, int version, long changedTsNanos) {}
