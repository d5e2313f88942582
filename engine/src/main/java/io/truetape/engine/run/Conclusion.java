package io.truetape.engine.run;

import io.truetape.model.event.Event;

/// A derived event with the log entry that caused it and the lane it came from.
record Conclusion(long seq, String lane, Event event) {}
