package io.truetape.pipeline.table;

import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Settlement;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Contract terms in a stage's state.
public final class Contracts {
  private Contracts() {}

  public static void save(Contract c, StateWriter out) {
    out.putText(c.root());
    out.putText(c.underlying());
    out.putInt(c.right().ordinal());
    out.putLong(c.strikeMicros());
    out.putInt(c.expiryDay());
    out.putInt(c.settlement().ordinal());
    out.putInt(c.style().ordinal());
    out.putInt(c.multiplier());
    out.putText(c.deliverable());
  }

  public static Contract load(StateReader in) {
    return new Contract(
        in.getText(),
        in.getText(),
        Right.values()[in.getInt()],
        in.getLong(),
        in.getInt(),
        Settlement.values()[in.getInt()],
        ExerciseStyle.values()[in.getInt()],
        in.getInt(),
        in.getText());
  }
}
