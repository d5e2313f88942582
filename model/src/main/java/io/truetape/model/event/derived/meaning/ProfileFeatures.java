package io.truetape.model.event.derived.meaning;

import io.truetape.model.event.derived.packet.StructureType;

/// What profiles are judged by; every number of one event, typed.
///
/// Sizes in contracts, premium in micro-dollars with the multiplier, ratios in [0, 1] or [-1, 1].
/// `delta` is that of the last packet's contract. `structure` is OTHER when the event is made of packets. `meanFill` is the size-weighted mean
/// size of a print. `symmetry` is the smallest over the
/// largest leg; `netPlace` the place of the net price between the legs' quotes added up, [-1, 1]. `premiumRank` is relative to the symbol's own packets, -1 when too few.
public record ProfileFeatures(
    long premiumMicros,
    long size,
    int prints,
    int packets,
    long spanNanos,
    int venues,
    double quality,
    double coverage,
    double staleRatio,
    double insideRatio,
    double wideSpreadBps,
    double buy,
    double sell,
    double bias,
    double bigPrint,
    double meanFill,
    int dte,
    double otmPct,
    boolean hasSpot,
    double delta,
    boolean hasDelta,
    double iv,
    double ivShock,
    double moveBps,
    int daysToEarnings,
    boolean isCall,
    boolean singleContract,
    StructureType structure,
    boolean isStructure,
    double structureScore,
    boolean stockTied,
    int legs,
    double symmetry,
    double premiumRank,
    double autoShare,
    double auctionShare,
    double crossShare,
    double isoShare,
    double lateShare,
    double netPlace) {}
