package io.truetape.replay.shadow;

/// Something one rule set said and the other did not.
///
/// | component | meaning |
/// |---|---|
/// | `session`, `seq` | where: the log position that names the print, subject or event |
/// | `what` | contract or symbol, for people |
/// | `added` | true when B says it and A does not |
/// | `feature` | the threshold or feature that made the difference |
/// | `before`, `after` | measured and threshold under A and under B, in words |
public record Flip(
    String session,
    long seq,
    long tsNanos,
    String what,
    boolean added,
    String feature,
    String before,
    String after) {}
