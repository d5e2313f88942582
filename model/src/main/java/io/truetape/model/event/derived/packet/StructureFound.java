package io.truetape.model.event.derived.packet;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import java.util.List;

/// Several contracts traded as one package. Inferred, even when every leg is coded: no feed carries
/// the package itself.
///
/// | component | meaning |
/// |---|---|
/// | `structureSeq` | log position of its first print: its name everywhere |
/// | `revision` | counts up when a print was taken back; a revision without prints withdraws it |
/// | `score` | how sure, [0, 1]: docs/methods/structures.md |
/// | `units` | how often the ratio was traded |
/// | `netMicros` | per unit, paid for the unit as written (negative is received) |
/// | `netBidMicros`, `netAskMicros` | the legs' quotes added up; meaningful when `hasNet` |
/// | `side` | of the unit as written, by the quote rule on the net; UNKNOWN when that says nothing |
/// | `netDelta` | per unit as written, in shares over 100; meaningful when `hasDelta` |
/// | `direction` | net delta x side; NEUTRAL for shapes that carry none, or when unknown |
/// | `premiumMicros` | sum over legs of price x size x multiplier, paid or received |
public record StructureFound(
    long tsNanos,
    long structureSeq,
    int revision,
    String underlying,
    StructureType type,
    StructureMode mode,
    double score,
    boolean stockTied,
    long fromTsNanos,
    long toTsNanos,
    long units,
    List<StructureLeg> legs,
    List<Long> prints,
    long netMicros,
    long netBidMicros,
    long netAskMicros,
    boolean hasNet,
    Side side,
    double pBuy,
    double netDelta,
    boolean hasDelta,
    Sentiment direction,
    long premiumMicros,
    int dte,
    int daysToEarnings,
    double moveBps,
    double premiumRank)
    implements DerivedEvent {
  public StructureFound {
    legs = List.copyOf(legs);
    prints = List.copyOf(prints);
  }

  public boolean isWithdrawn() {
    return prints.isEmpty();
  }

  @Override
  public EventKind kind() {
    return EventKind.STRUCTURE_FOUND;
  }
}
