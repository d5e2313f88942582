package io.truetape.model.event.derived.packet;

import io.truetape.model.market.Side;

/// Prints of one side of a packet that look like one order.
///
/// `iso` when at least one print carried the code; `prints`, `size`, `premiumMicros`, `venues` of
/// that side alone.
public record PacketCluster(
    ClusterKind kind,
    Side side,
    int prints,
    long size,
    long premiumMicros,
    int venues,
    boolean iso) {}
