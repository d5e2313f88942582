package io.truetape.pipeline.legs;

import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayList;
import java.util.List;

/// Scores, prices and words a recognised shape. Pure. Source: docs/methods/structures.md.
final class StructureMaker {
  private static final long NICKEL_MICROS = 50_000L;
  private static final long TOGETHER_NANOS = 1_000_000L;
  private static final double FLAT_DELTA = 0.05;

  private final LegsRules rules;

  StructureMaker(LegsRules rules) {
    this.rules = rules;
  }

  /// What is known beside the legs.
  record Surroundings(int daysToEarnings, double moveBps, double premiumRank, boolean neighbour) {}

  /// How sure, [0, 1]. Where the feed carries no codes, what is left is taken for the whole, less a
  /// fifth.
  double score(Figure shape, boolean relaxed, boolean neighbour) {
    StructureMode mode = mode(shape.legs());
    boolean coded = mode == StructureMode.CODED;
    boolean known = shape.type() != StructureType.OTHER;
    boolean tick = Math.floorMod(netMicros(shape), NICKEL_MICROS) == 0;
    boolean together = span(shape) <= TOGETHER_NANOS;
    double score = rules.ratioWeight();
    score += coded ? rules.codedWeight() : 0;
    score += known ? rules.shapeWeight() : 0;
    score += tick ? rules.tickWeight() : 0;
    score += together ? rules.togetherWeight() : 0;
    score -= neighbour ? rules.neighbourPenalty() : 0;
    score -= relaxed ? rules.togetherWeight() : 0;
    boolean off = mode == StructureMode.OFF && rules.codedWeight() < 1;
    return Math.clamp(off ? 0.8 * score / (1 - rules.codedWeight()) : score, 0, 1);
  }

  StructureFound make(Figure shape, double score, boolean stockTied, Surroundings around) {
    List<PrintFacts> prints = prints(shape);
    PrintFacts first = prints.getFirst();
    long net = netMicros(shape);
    boolean hasNet = hasNet(shape);
    long bid = hasNet ? netQuote(shape, true) : 0;
    long ask = hasNet ? netQuote(shape, false) : 0;
    double pBuy = hasNet ? pBuy(net, bid, ask) : 0.5;
    Side side = pBuy > 0.5 ? Side.BUY : pBuy < 0.5 ? Side.SELL : Side.UNKNOWN;
    boolean hasDelta = hasDelta(shape);
    double delta = hasDelta ? netDelta(shape) : 0;
    long premium = 0;
    for (Leg leg : shape.legs()) {
      premium += leg.premiumMicros();
    }
    return new StructureFound(
        last(prints),
        first.seq(),
        0,
        first.contract().underlying(),
        shape.type(),
        mode(shape.legs()),
        score,
        stockTied,
        first.tsNanos(),
        last(prints),
        units(shape),
        structureLegs(shape),
        prints.stream().map(PrintFacts::seq).toList(),
        net,
        bid,
        ask,
        hasNet,
        side,
        pBuy,
        delta,
        hasDelta,
        direction(shape.type(), stockTied, side, delta, hasDelta),
        premium,
        nearestDte(shape),
        around.daysToEarnings(),
        around.moveBps(),
        around.premiumRank());
  }

  static StructureMode mode(List<Leg> legs) {
    boolean coded = true;
    boolean none = true;
    for (Leg leg : legs) {
      for (PrintFacts print : leg.prints()) {
        coded &= print.isLeg();
        none &= print.condition() == SaleCondition.NOT_CARRIED;
      }
    }
    return coded ? StructureMode.CODED : none ? StructureMode.OFF : StructureMode.INFERRED;
  }

  /// By the quote rule on the net: above the middle of the legs' quotes it was bought.
  private double pBuy(long net, long bid, long ask) {
    long place = 2 * net - bid - ask;
    if (place == 0 || ask <= bid) {
      return 0.5;
    }
    boolean atQuote = net >= ask || net <= bid;
    double sure = atQuote ? rules.pAtQuote() : rules.pInside();
    return place > 0 ? sure : 1 - sure;
  }

  /// The sign of what the unit gains when the underlying rises, known from its shape alone.
  private static int shapeSign(StructureType type) {
    return switch (type) {
      case CALL_VERTICAL, RISK_REVERSAL, COMBO -> 1;
      case PUT_VERTICAL -> -1;
      default -> 0;
    };
  }

  private static Sentiment direction(
      StructureType type, boolean stockTied, Side side, double delta, boolean hasDelta) {
    if (stockTied || side == Side.UNKNOWN || !type.isDirectional()) {
      return Sentiment.NEUTRAL;
    }
    int sign = shapeSign(type);
    if (sign == 0 && hasDelta && Math.abs(delta) >= FLAT_DELTA) {
      sign = delta > 0 ? 1 : -1;
    }
    if (sign == 0) {
      return Sentiment.NEUTRAL;
    }
    return (side == Side.BUY) == (sign > 0) ? Sentiment.BULLISH : Sentiment.BEARISH;
  }

  private static List<PrintFacts> prints(Figure shape) {
    List<PrintFacts> prints = new ArrayList<>();
    shape.legs().forEach(leg -> prints.addAll(leg.prints()));
    prints.sort(
        java.util.Comparator.comparingLong(PrintFacts::tsNanos)
            .thenComparingInt(p -> p.contract().expiryDay())
            .thenComparingLong(p -> p.contract().strikeMicros())
            .thenComparing(p -> p.contract().right())
            .thenComparingLong(PrintFacts::seq));
    return prints;
  }

  private static long last(List<PrintFacts> prints) {
    return prints.getLast().tsNanos();
  }

  private static long span(Figure shape) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Leg leg : shape.legs()) {
      from = Math.min(from, leg.first().tsNanos());
      to = Math.max(to, leg.first().tsNanos());
    }
    return to - from;
  }

  private static long netMicros(Figure shape) {
    long net = 0;
    for (int i = 0; i < shape.legs().size(); i++) {
      net += shape.ratio(i) * shape.legs().get(i).priceMicros();
    }
    return net;
  }

  private static boolean hasNet(Figure shape) {
    for (Leg leg : shape.legs()) {
      if (!leg.first().hasSpread()) {
        return false;
      }
    }
    return true;
  }

  private static long netQuote(Figure shape, boolean bid) {
    long net = 0;
    for (int i = 0; i < shape.legs().size(); i++) {
      PrintFacts print = shape.legs().get(i).first();
      int ratio = shape.ratio(i);
      net += ratio * ((ratio > 0) == bid ? print.bidMicros() : print.askMicros());
    }
    return net;
  }

  private static boolean hasDelta(Figure shape) {
    for (Leg leg : shape.legs()) {
      if (!leg.first().hasDelta()) {
        return false;
      }
    }
    return true;
  }

  private static double netDelta(Figure shape) {
    double net = 0;
    for (int i = 0; i < shape.legs().size(); i++) {
      net += shape.ratio(i) * shape.legs().get(i).first().delta();
    }
    return net;
  }

  private static long units(Figure shape) {
    int ratio = Math.max(1, Math.abs(shape.ratio(0)));
    return shape.legs().getFirst().size() / ratio;
  }

  private static int nearestDte(Figure shape) {
    int nearest = Integer.MAX_VALUE;
    for (Leg leg : shape.legs()) {
      nearest = Math.min(nearest, leg.first().dte());
    }
    return nearest;
  }

  private static List<StructureLeg> structureLegs(Figure shape) {
    List<StructureLeg> legs = new ArrayList<>();
    for (int i = 0; i < shape.legs().size(); i++) {
      Leg leg = shape.legs().get(i);
      PrintFacts first = leg.first();
      legs.add(
          new StructureLeg(
              leg.contractId(),
              leg.contract(),
              shape.ratio(i),
              leg.size(),
              leg.priceMicros(),
              first.bidMicros(),
              first.askMicros()));
    }
    return legs;
  }
}
