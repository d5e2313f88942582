package io.truetape.feed.synthetic.scenario;

/// One row of the library.
///
/// | component | meaning |
/// |---|---|
/// | `id`, `family` | its label; never part of an event |
/// | `direction` | 1 bullish, -1 bearish, 0 neither |
/// | `side` | 1 the unit is bought, -1 sold |
/// | `place` | 0 at the far quote, 1 at the near quote of that side, beyond 1 outside |
/// | `shift` | base strike away from the money, in standard deviations to expiry; up is positive |
/// | `minDte`, `maxDte` | calendar days to expiry wanted |
/// | `minFills`, `maxFills`, `minSize`, `maxSize` | fills of the unit, and units per fill |
record Scenario(
    String id,
    Family family,
    Structure structure,
    Style style,
    int direction,
    int side,
    double place,
    double shift,
    int minDte,
    int maxDte,
    int minFills,
    int maxFills,
    int minSize,
    int maxSize,
    Twist twist) {}
