package io.truetape.store.query.meaning;

/// The option flow of some symbols over one minute, each in its latest revision, added up.
///
/// Micro-dollars; `cumulative...` is calls minus puts since the first minute of its New York day.
public record TideMinute(
    long startNanos,
    int symbols,
    long prints,
    long callVolume,
    long putVolume,
    long callPremiumMicros,
    long putPremiumMicros,
    long unclassifiedMicros,
    long signedCallMicros,
    long signedPutMicros,
    long weightedCallMicros,
    long weightedPutMicros,
    long cumulativeSignedMicros,
    long cumulativeWeightedMicros) {}
