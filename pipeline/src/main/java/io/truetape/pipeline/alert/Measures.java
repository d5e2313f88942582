package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.StructureFound;

/// The numbers a user's rule may ask for, by the name that asks: `minPremium` in dollars. Pure.
///
/// [#UNKNOWN] stands for a value that is absent; it passes no test.
final class Measures {
  static final double UNKNOWN = Double.NEGATIVE_INFINITY;

  private Measures() {}

  static double of(String name, ChippedPrint p) {
    return switch (name) {
      case "minOtmPct", "maxOtmPct" -> when(p.measured().hasSpot(), p.measured().otmPct());
      case "minVolOi" -> known(p.measured().volOiRatio());
      case "minSigScore" -> known(p.measured().sigScore());
      case "minOi" -> known((double) p.windowed().openInterest());
      case "minVolume" -> p.windowed().dayVolume();
      case "minPrice" -> p.print().priceMicros() / 1e6;
      case "minRepeat3m" -> p.windowed().repeat3m();
      case "minPremiumZ" -> when(p.windowed().hasZ(), p.windowed().premiumZ());
      default -> common(name, p.measured().premiumMicros(), p.print().size(), p.measured().dte());
    };
  }

  static double of(String name, FlowPacket p) {
    PacketContext c = p.context();
    return switch (name) {
      case "minPrints" -> p.tape().prints();
      case "minVenues" -> p.tape().venues();
      case "minBias" -> Math.abs(p.quotes().bias());
      case "minOtmPct", "maxOtmPct" -> when(c.hasSpot(), c.otmPct());
      case "minSigScore" -> known(c.sigScore());
      case "minOi" -> known((double) c.openInterest());
      case "minVolume" -> c.dayVolume();
      case "minVolOi" ->
          when(c.openInterest() >= 0, (double) c.dayVolume() / Math.max(1, c.openInterest()));
      case "minPremiumZ" -> when(c.hasZ(), c.premiumZ());
      case "minPrice" -> p.tape().vwapMicros() / 1e6;
      case "maxSpanMillis" -> (p.toTsNanos() - p.fromTsNanos()) / 1e6;
      case "maxInterFillMillis" ->
          when(p.tape().interFillNanos() >= 0, p.tape().interFillNanos() / 1e6);
      default -> common(name, p.tape().premiumMicros(), p.tape().size(), c.dte());
    };
  }

  static double of(String name, StructureFound s) {
    return name.equals("minScore")
        ? s.score()
        : common(name, s.premiumMicros(), s.units(), s.dte());
  }

  static double of(String name, SmartMoneyEvent e) {
    return name.equals("minConfidence")
        ? e.confidence()
        : common(name, e.features().premiumMicros(), e.features().size(), e.features().dte());
  }

  static double of(String name, ClassifierHits h, ClassifierHit hit, int dte) {
    return name.equals("minConfidence")
        ? hit.confidence()
        : common(name, h.premiumMicros(), h.prints().size(), dte);
  }

  private static double common(String name, long premiumMicros, long size, int dte) {
    return switch (name) {
      case "minPremium", "maxPremium" -> premiumMicros / 1e6;
      case "minSize" -> size;
      case "minDte", "maxDte" -> dte;
      default -> throw new AssertionError("rule test " + name + " passed parsing");
    };
  }

  private static double when(boolean known, double value) {
    return known ? value : UNKNOWN;
  }

  /// Absent values of these are negative.
  private static double known(double value) {
    return value < 0 ? UNKNOWN : value;
  }
}
