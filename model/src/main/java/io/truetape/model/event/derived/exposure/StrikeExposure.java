package io.truetape.model.event.derived.exposure;

/// One strike over all expiries: gex under three sign models, naive dex, vex and chex, and interest.
public record StrikeExposure(
    long strikeMicros,
    double gexNaive,
    double gexShort,
    double gexFlow,
    double dex,
    double vex,
    double chex,
    long callInterest,
    long putInterest) {}
