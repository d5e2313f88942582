package io.truetape.pipeline.legs;

import io.truetape.model.event.derived.packet.StructureType;
import java.util.List;

/// A recognised shape: its legs in standard order and the ratio of each when the unit is bought.
final class Figure {
  private final StructureType type;
  private final List<Leg> legs;
  private final int[] ratios;

  Figure(StructureType type, List<Leg> legs, int... ratios) {
    this.type = type;
    this.legs = List.copyOf(legs);
    this.ratios = ratios.clone();
  }

  StructureType type() {
    return type;
  }

  List<Leg> legs() {
    return legs;
  }

  /// Contracts of leg `i` per unit; negative when sold with the unit.
  int ratio(int i) {
    return ratios[i];
  }

  /// How well the legs' places in their spreads fit the unit being bought (positive) or sold.
  double agreement() {
    return agreement(legs, ratios);
  }

  /// The mean of ratio sign x lean, in [-0.5, 0.5].
  static double agreement(List<Leg> legs, int... signs) {
    double sum = 0;
    for (int i = 0; i < signs.length; i++) {
      sum += Integer.signum(signs[i]) * legs.get(i).lean();
    }
    return sum / signs.length;
  }
}
