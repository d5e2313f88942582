package io.truetape.store.query;

import io.truetape.model.market.SaleCondition;
import java.util.List;

/// The coarse classes of sale conditions, numbered for the store: append only, never reorder.
public final class ConditionClass {
  private static final List<String> NAMES =
      List.of(
          "regular",
          "iso",
          "auction",
          "cross",
          "floor",
          "multi-leg",
          "stock-tied",
          "late",
          "cancel",
          "compression",
          "extended",
          "unknown",
          "not-carried");

  private ConditionClass() {}

  /// All names; the position is the stored number.
  public static List<String> names() {
    return NAMES;
  }

  /// The stored number of a condition's class. O(1) per call after a short list search.
  public static int codeOf(SaleCondition condition) {
    return NAMES.indexOf(condition.conditionClass());
  }
}
