package io.truetape.model.event;

/// One line of the log. `seq` starts at 1 and is the only total order.
public record Entry(long seq, Event event) {}
