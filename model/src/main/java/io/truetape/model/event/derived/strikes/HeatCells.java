package io.truetape.model.event.derived.strikes;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import java.util.List;

/// The flow heat map of one symbol over `[startNanos, startNanos + 60 s)`.
///
/// `cells` are by strike, then bucket, at most 256. What came after the table was full is in the
/// last components: `otherPrints` prints with their volume and premium sums. Cancels are booked in
/// the minute they are learnt of.
public record HeatCells(
    long tsNanos,
    int symbol,
    String symbolText,
    long startNanos,
    List<HeatCell> cells,
    int otherPrints,
    long otherVolume,
    long otherPremiumMicros,
    long otherSignedMicros,
    long otherWeightedMicros)
    implements DerivedEvent {
  public static final int LIMIT = 256;

  public HeatCells {
    cells = List.copyOf(cells);
  }

  @Override
  public EventKind kind() {
    return EventKind.HEAT_CELLS;
  }
}
