package io.truetape.server.view;

/// One feed as of now: its name, `FeedState`, the words that go with it, its last event's time (0
/// when none).
public record FeedReport(String feed, String state, String detail, long lastTsNanos) {}
