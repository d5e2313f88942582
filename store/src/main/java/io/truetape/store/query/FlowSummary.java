package io.truetape.store.query;

/// Totals over a filter. Cancelled prints are counted and otherwise left out.
///
/// | component | unit |
/// |---|---|
/// | `prints`, `cancelled` | count |
/// | `contracts` | sum of sizes |
/// | `premiumMicros`, `callPremiumMicros`, `putPremiumMicros` | micro-dollars |
/// | `boughtPremiumMicros`, `soldPremiumMicros` | by inferred side |
/// | `bullishPremiumMicros`, `bearishPremiumMicros` | by inferred sentiment |
/// | `unclassifiedPremiumMicros` | side unknown |
/// | `weightedPremiumMicros` | sum of premium x (2 pBuy - 1), rounded to whole micros |
/// | `firstTsNanos`, `lastTsNanos` | 0 when there are no prints |
public record FlowSummary(
    long prints,
    long cancelled,
    long contracts,
    long premiumMicros,
    long callPremiumMicros,
    long putPremiumMicros,
    long boughtPremiumMicros,
    long soldPremiumMicros,
    long bullishPremiumMicros,
    long bearishPremiumMicros,
    long unclassifiedPremiumMicros,
    long weightedPremiumMicros,
    long firstTsNanos,
    long lastTsNanos) {}
