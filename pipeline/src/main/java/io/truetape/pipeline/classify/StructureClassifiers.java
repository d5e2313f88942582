package io.truetape.pipeline.classify;

import static io.truetape.model.event.derived.meaning.Comparison.AT_LEAST;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The classifiers of packages: each is scored once, as a whole. Pure.
final class StructureClassifiers {
  private final ClassifyRules rules;

  StructureClassifiers(ClassifyRules rules) {
    this.rules = rules;
  }

  List<ClassifierHit> hits(StructureFound s) {
    List<ClassifierHit> hits = new ArrayList<>(1);
    Trace trace = trace(s);
    if (trace != null && trace.fires()) {
      boolean carries =
          trace.classifier() == Classifier.VERTICAL_SPREAD
              || trace.classifier() == Classifier.LADDER_ACCUMULATION;
      hits.add(trace.hit(0.9, carries ? s.direction() : Sentiment.NEUTRAL));
    }
    return hits;
  }

  /// The question this shape raises, answered; null when it raises none.
  @Nullable Trace trace(StructureFound s) {
    Classifier which = which(s.type());
    if (which == null || s.isWithdrawn()) {
      return null;
    }
    boolean coded = s.mode() == StructureMode.CODED;
    Trace trace =
        new Trace(which, 0.45)
            .variant(variant(which, s))
            .need("premium", s.premiumMicros() / 1e6, AT_LEAST, rules.structureMicros() / 1e6)
            .need("structure_score", s.score(), AT_LEAST, 0.5)
            .gain("reported_as_legs", coded ? 1 : 0, AT_LEAST, 1, 0.15)
            .gain("side_known", s.side() == Side.UNKNOWN ? 0 : 1, AT_LEAST, 1, 0.1)
            .gain("structure_score", s.score(), AT_LEAST, 0.85, 0.1)
            .gain(
                "premium", s.premiumMicros() / 1e6, AT_LEAST, rules.structureMicros() / 2.5e5, 0.1);
    if (which == Classifier.LADDER_ACCUMULATION) {
      trace.need("strikes", s.legs().size(), AT_LEAST, 3);
    }
    return trace;
  }

  /// The package as written is the debit, the purchase of volatility; sold it is the other.
  private static String variant(Classifier which, StructureFound s) {
    return switch (which) {
      case STRADDLE_STRANGLE -> bySide(s.side(), "long volatility", "short volatility");
      case VERTICAL_SPREAD -> bySide(s.side(), "debit", "credit");
      case ROLL ->
          s.type() == StructureType.ROLL_UP
              ? "up"
              : s.type() == StructureType.ROLL_DOWN ? "down" : "out";
      default -> "";
    };
  }

  private static String bySide(Side side, String bought, String sold) {
    return switch (side) {
      case BUY -> bought;
      case SELL -> sold;
      case UNKNOWN -> "";
    };
  }

  private static @Nullable Classifier which(StructureType type) {
    return switch (type) {
      case STRADDLE, STRANGLE, STRIP, STRAP, IRON_FLY -> Classifier.STRADDLE_STRANGLE;
      case CALL_VERTICAL, PUT_VERTICAL -> Classifier.VERTICAL_SPREAD;
      case ROLL_UP, ROLL_DOWN, ROLL_OUT -> Classifier.ROLL;
      case LADDER -> Classifier.LADDER_ACCUMULATION;
      default -> null;
    };
  }
}
