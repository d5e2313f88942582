package io.truetape.model.event.derived.packet;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// The parent event behind prints of one contract within one window. Inferred.
///
/// Prints that belong to a structure are not in it. `packetSeq` is the log position of its first
/// print and its name everywhere; a later `revision` replaces the earlier ones (a print was taken
/// back); a revision without prints says that nothing is left. `legs` marks prints that the venue
/// reported as legs and no structure claimed: they never carry a direction.
public record FlowPacket(
    long tsNanos,
    long packetSeq,
    int revision,
    int contractId,
    Contract contract,
    boolean legs,
    long fromTsNanos,
    long toTsNanos,
    List<Long> prints,
    PacketTape tape,
    PacketQuotes quotes,
    PacketContext context,
    List<PacketCluster> clusters)
    implements DerivedEvent {
  public FlowPacket {
    prints = List.copyOf(prints);
    clusters = List.copyOf(clusters);
  }

  public boolean isEmpty() {
    return prints.isEmpty();
  }

  /// True when one of its clusters is of this kind.
  public boolean has(ClusterKind kind) {
    for (PacketCluster cluster : clusters) {
      if (cluster.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  @Override
  public EventKind kind() {
    return EventKind.FLOW_PACKET;
  }
}
