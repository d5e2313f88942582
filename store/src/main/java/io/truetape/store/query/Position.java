package io.truetape.store.query;

/// Where a page ended: the sort key ([FlowSort#keyOf]) and the seq of its last print.
public record Position(long key, long seq) {}
