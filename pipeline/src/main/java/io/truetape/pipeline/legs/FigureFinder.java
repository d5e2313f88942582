package io.truetape.pipeline.legs;

import io.truetape.model.event.derived.packet.StructureType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which structure a set of legs is. Pure.
///
/// Legs come in any order; they are sorted by expiry, calls before puts, strike up. Where the same
/// contracts fit two shapes with opposite or equal signs, the places of the prices in their spreads
/// decide; where those say nothing, the commoner shape. Source: docs/methods/structures.md.
final class FigureFinder {
  private static final Comparator<Leg> ORDER =
      Comparator.comparingInt(Leg::expiry)
          .thenComparing(leg -> !leg.isCall())
          .thenComparingLong(Leg::strike);

  /// From here on a leg's place in its spread says a side.
  private static final double PLAIN_LEAN = 0.1;

  private final LegsRules rules;

  FigureFinder(LegsRules rules) {
    this.rules = rules;
  }

  Figure find(List<Leg> unsorted, boolean stockTied) {
    List<Leg> legs = new ArrayList<>(unsorted);
    legs.sort(ORDER);
    int[] sizes = ratio(legs);
    return switch (legs.size()) {
      case 1 -> one(legs, stockTied);
      case 2 -> two(legs, sizes, stockTied);
      case 3 -> three(legs, sizes);
      case 4 -> four(legs, sizes);
      default -> shape(StructureType.OTHER, legs, sizes);
    };
  }

  private static Figure one(List<Leg> legs, boolean stockTied) {
    if (!stockTied) {
      return shape(StructureType.OTHER, legs, 1);
    }
    boolean call = legs.getFirst().isCall();
    return shape(call ? StructureType.COVERED_CALL : StructureType.PUT_WRITE, legs, new int[] {-1});
  }

  private Figure two(List<Leg> legs, int[] sizes, boolean stockTied) {
    Leg a = legs.get(0);
    Leg b = legs.get(1);
    boolean equal = sizes[0] == sizes[1];
    if (a.expiry() != b.expiry()) {
      return a.isCall() == b.isCall() && equal && !isOneSided(a, b)
          ? overTime(legs)
          : other(legs, sizes);
    }
    if (a.isCall() == b.isCall()) {
      return equal ? vertical(legs) : ratioSpread(legs, sizes);
    }
    if (a.strike() == b.strike()) {
      return sameStrike(legs, sizes, stockTied);
    }
    return equal ? callAndPut(legs, stockTied) : shape(StructureType.OTHER, legs, sizes);
  }

  /// Both plainly bought, or both plainly sold: nothing was exchanged for anything.
  private static boolean isOneSided(Leg a, Leg b) {
    return a.lean() * b.lean() > 0
        && Math.min(Math.abs(a.lean()), Math.abs(b.lean())) >= PLAIN_LEAN;
  }

  private Figure overTime(List<Leg> legs) {
    Leg near = legs.get(0);
    Leg far = legs.get(1);
    int dte = near.first().dte();
    if (near.strike() == far.strike()) {
      boolean out = dte <= rules.rollOutDte();
      return shape(out ? StructureType.ROLL_OUT : StructureType.CALENDAR, legs, new int[] {-1, 1});
    }
    if (dte > rules.rollDte()) {
      return shape(StructureType.DIAGONAL, legs, new int[] {-1, 1});
    }
    boolean up = far.strike() > near.strike();
    return shape(up ? StructureType.ROLL_UP : StructureType.ROLL_DOWN, legs, new int[] {-1, 1});
  }

  /// As written: calls, the lower strike bought; puts, the higher one.
  private static Figure vertical(List<Leg> legs) {
    return legs.getFirst().isCall()
        ? shape(StructureType.CALL_VERTICAL, legs, new int[] {1, -1})
        : shape(StructureType.PUT_VERTICAL, legs, new int[] {-1, 1});
  }

  /// More far than near the money: a ratio spread when the near one is bought, a back spread when sold.
  private static Figure ratioSpread(List<Leg> legs, int[] sizes) {
    int near = legs.getFirst().isCall() ? 0 : 1;
    int far = 1 - near;
    int[] ratios = new int[2];
    ratios[near] = sizes[near];
    ratios[far] = -sizes[far];
    boolean manyFar = sizes[far] > sizes[near];
    if (!manyFar) {
      return shape(StructureType.RATIO_SPREAD, legs, ratios);
    }
    if (Figure.agreement(legs, ratios) >= 0) {
      return shape(StructureType.RATIO_SPREAD, legs, ratios);
    }
    return shape(StructureType.BACK_SPREAD, legs, new int[] {-ratios[0], -ratios[1]});
  }

  /// Call first, put second, one strike.
  private static Figure sameStrike(List<Leg> legs, int[] sizes, boolean stockTied) {
    if (sizes[0] != sizes[1]) {
      boolean strip = sizes[1] == 2 * sizes[0];
      boolean strap = sizes[0] == 2 * sizes[1];
      return shape(
          strip ? StructureType.STRIP : strap ? StructureType.STRAP : StructureType.OTHER,
          legs,
          sizes);
    }
    double opposite = Figure.agreement(legs, 1, -1);
    if (stockTied) {
      boolean reversal = opposite > 0;
      return reversal
          ? shape(StructureType.REVERSAL, legs, new int[] {1, -1})
          : shape(StructureType.CONVERSION, legs, new int[] {-1, 1});
    }
    boolean synthetic = Math.abs(opposite) > Math.abs(Figure.agreement(legs, 1, 1));
    return synthetic
        ? shape(StructureType.COMBO, legs, new int[] {1, -1})
        : shape(StructureType.STRADDLE, legs, new int[] {1, 1});
  }

  /// Call first, put second, two strikes, one of each.
  private static Figure callAndPut(List<Leg> legs, boolean stockTied) {
    if (stockTied) {
      return shape(StructureType.COLLAR, legs, new int[] {-1, 1});
    }
    boolean opposite =
        Math.abs(Figure.agreement(legs, 1, -1)) > Math.abs(Figure.agreement(legs, 1, 1));
    return opposite
        ? shape(StructureType.RISK_REVERSAL, legs, new int[] {1, -1})
        : shape(StructureType.STRANGLE, legs, new int[] {1, 1});
  }

  private static Figure three(List<Leg> legs, int[] sizes) {
    boolean oneKind =
        legs.get(0).isCall() == legs.get(2).isCall()
            && legs.get(0).isCall() == legs.get(1).isCall();
    boolean oneExpiry = legs.get(0).expiry() == legs.get(2).expiry();
    if (!oneKind || !oneExpiry) {
      return shape(StructureType.OTHER, legs, sizes);
    }
    boolean wings = sizes[0] == sizes[2] && sizes[1] == 2 * sizes[0];
    if (wings) {
      return shape(StructureType.BUTTERFLY, legs, new int[] {sizes[0], -sizes[1], sizes[2]});
    }
    return isLadder(legs) ? shape(StructureType.LADDER, legs, sizes) : other(legs, sizes);
  }

  private static Figure four(List<Leg> legs, int[] sizes) {
    boolean even = sizes[0] == sizes[1] && sizes[1] == sizes[2] && sizes[2] == sizes[3];
    if (!even) {
      return other(legs, sizes);
    }
    if (legs.get(0).expiry() != legs.get(3).expiry()) {
      return jellyRoll(legs, sizes);
    }
    long calls = legs.stream().filter(Leg::isCall).count();
    if (calls == 4 || calls == 0) {
      return isLadder(legs)
          ? shape(StructureType.LADDER, legs, sizes)
          : shape(StructureType.CONDOR, legs, new int[] {1, -1, -1, 1});
    }
    if (calls != 2) {
      return other(legs, sizes);
    }
    Leg lowCall = legs.get(0);
    Leg highCall = legs.get(1);
    Leg lowPut = legs.get(2);
    Leg highPut = legs.get(3);
    if (lowCall.strike() == lowPut.strike() && highCall.strike() == highPut.strike()) {
      return shape(StructureType.BOX, legs, new int[] {1, -1, -1, 1});
    }
    if (highPut.strike() == lowCall.strike()) {
      return shape(StructureType.IRON_FLY, legs, new int[] {1, -1, -1, 1});
    }
    if (highPut.strike() < lowCall.strike()) {
      return shape(StructureType.IRON_CONDOR, legs, new int[] {1, -1, -1, 1});
    }
    return other(legs, sizes);
  }

  /// A synthetic in each of two expiries, one bought and one sold, at one strike each.
  private static Figure jellyRoll(List<Leg> legs, int[] sizes) {
    boolean synthetics =
        legs.get(0).expiry() == legs.get(1).expiry()
            && legs.get(2).expiry() == legs.get(3).expiry()
            && legs.get(0).isCall()
            && !legs.get(1).isCall()
            && legs.get(2).isCall()
            && !legs.get(3).isCall()
            && legs.get(0).strike() == legs.get(1).strike()
            && legs.get(2).strike() == legs.get(3).strike();
    return synthetics
        ? shape(StructureType.JELLY_ROLL, legs, new int[] {-1, 1, 1, -1})
        : other(legs, sizes);
  }

  /// Three strikes or more, all leaning the same way.
  private static boolean isLadder(List<Leg> legs) {
    double first = legs.getFirst().lean();
    for (Leg leg : legs) {
      if (Math.abs(leg.lean()) < PLAIN_LEAN || leg.lean() * first <= 0) {
        return false;
      }
    }
    return true;
  }

  private static Figure other(List<Leg> legs, int[] sizes) {
    int[] ratios = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      ratios[i] = legs.get(i).lean() < 0 ? -sizes[i] : sizes[i];
    }
    return shape(StructureType.OTHER, legs, ratios);
  }

  private static Figure shape(StructureType type, List<Leg> legs, int... ratios) {
    return new Figure(type, legs, ratios);
  }

  /// Sizes over their greatest common divisor.
  private static int[] ratio(List<Leg> legs) {
    long divisor = 0;
    for (Leg leg : legs) {
      divisor = Unit.divisor(leg.size(), divisor);
    }
    int[] ratio = new int[legs.size()];
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] = (int) Math.min(1_000, legs.get(i).size() / divisor);
    }
    return ratio;
  }
}
