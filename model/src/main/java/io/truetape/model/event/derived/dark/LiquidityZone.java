package io.truetape.model.event.derived.dark;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;

/// A price range in which off-exchange volume repeated, as of the end of a window.
///
/// | component | meaning |
/// |---|---|
/// | `zone` | number of the zone in its symbol's session, from 1 |
/// | `lowMicros`, `highMicros` | its prices, both ends included |
/// | `volume`, `prints` | shares and prints since it was first seen |
/// | `firstSeenNanos`, `lastSeenNanos` | first and last print |
/// | `windows` | how many windows carried enough of it |
/// | `strength` | volume that is left after decay, as a share of `volume`, [0, 1] |
/// | `isOpen` | false when it has decayed and is forgotten |
public record LiquidityZone(
    long tsNanos,
    int symbol,
    String symbolText,
    int zone,
    long lowMicros,
    long highMicros,
    long volume,
    int prints,
    long firstSeenNanos,
    long lastSeenNanos,
    int windows,
    double strength,
    boolean isOpen)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.LIQUIDITY_ZONE;
  }
}
