package io.truetape.store.query;

/// One trading day as kept.
///
/// `day` is an epoch day in New York; `closedTsNanos` is 0 while it is open.
public record SessionEntry(
    int day,
    String name,
    boolean synthetic,
    long openedTsNanos,
    long closedTsNanos,
    long prints,
    long premiumMicros) {}
