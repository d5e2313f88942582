package io.truetape.model.event.derived.strikes;

import io.truetape.model.market.ExpiryBucket;

/// Flow of one strike in one expiry bucket over one minute.
///
/// `signedMicros` is positive for calls bought and puts sold, negative for the mirror; unknown
/// sides are left out. `weightedMicros` is the same with each print weighted by 2 pBuy - 1.
public record HeatCell(
    long strikeMicros,
    ExpiryBucket bucket,
    long volume,
    long premiumMicros,
    long signedMicros,
    long weightedMicros) {}
