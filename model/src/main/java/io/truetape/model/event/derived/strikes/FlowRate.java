package io.truetape.model.event.derived.strikes;

/// How fast a strike's flow moved over the last whole bar, and how that changed from the one before.
///
/// | component | unit |
/// |---|---|
/// | `barSeconds` | 5, 30 or 60 |
/// | `volumeVelocity` | contracts per second |
/// | `premiumVelocity`, `premiumAcceleration` | weighted premium, dollars per second and per second squared |
/// | `deltaVelocity`, `deltaAcceleration` | weighted delta, shares per second and per second squared |
///
/// Bars stand on the New York day's grid, `[start, end)`. Zero until a whole bar has passed.
public record FlowRate(
    int barSeconds,
    double volumeVelocity,
    double premiumVelocity,
    double premiumAcceleration,
    double deltaVelocity,
    double deltaAcceleration) {}
