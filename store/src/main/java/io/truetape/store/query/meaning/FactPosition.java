package io.truetape.store.query.meaning;

/// Where a page ended, and up to which log entry its whole list counts.
///
/// `key` is the sort column's value, a double as its bits; `through` is the store's progress when
/// the first page was asked for: what comes later, revisions included, is not in this list, so that
/// nothing is skipped or told twice while it grows.
public record FactPosition(long key, long seq, String part, long revision, long through) {}
