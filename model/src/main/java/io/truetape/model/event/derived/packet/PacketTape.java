package io.truetape.model.event.derived.packet;

/// What the prints of a packet add up to.
///
/// | component | meaning |
/// |---|---|
/// | `premiumMicros` | sum of price x size x multiplier |
/// | `vwapMicros` | size-weighted price, rounded half up |
/// | `venues` | distinct venues |
/// | `interFillNanos` | mean time between prints; -1 for one print |
/// | `largestSize` | contracts of the largest print |
/// | `isoPrints` ... `latePrints` | prints with such a sale condition |
public record PacketTape(
    int prints,
    long size,
    long premiumMicros,
    long vwapMicros,
    long firstPriceMicros,
    long lastPriceMicros,
    PricePath path,
    int venues,
    long interFillNanos,
    int largestSize,
    int isoPrints,
    int auctionPrints,
    int crossPrints,
    int floorPrints,
    int latePrints) {}
