package io.truetape.pipeline.classify;

import static io.truetape.model.event.derived.meaning.Comparison.ABOVE;
import static io.truetape.model.event.derived.meaning.Comparison.AT_LEAST;
import static io.truetape.model.event.derived.meaning.Comparison.AT_MOST;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PricePath;
import io.truetape.model.market.Sentiment;
import java.util.ArrayList;
import java.util.List;

/// The classifiers of single-contract packets. Pure. Source: docs/methods/classifiers.md.
final class PacketClassifiers {
  private final ClassifyRules rules;

  PacketClassifiers(ClassifyRules rules) {
    this.rules = rules;
  }

  List<ClassifierHit> hits(FlowPacket p) {
    List<ClassifierHit> hits = new ArrayList<>(4);
    ask(
        p,
        (trace, most, direction) -> {
          if (trace.fires()) {
            hits.add(trace.hit(most, direction));
          }
        });
    return hits;
  }

  /// Where an answer goes; `most` bounds its confidence.
  @FunctionalInterface
  interface Answers {
    void accept(Trace trace, double most, Sentiment direction);
  }

  /// Asks every question that this packet raises, fired or not.
  void ask(FlowPacket p, Answers answers) {
    if (p.legs() || p.isEmpty()) {
      return;
    }
    boolean call = p.contract().isCall();
    if (p.has(ClusterKind.SWEEP)) {
      answers.accept(sweep(p, call), 0.95, call ? Sentiment.BULLISH : Sentiment.BEARISH);
    }
    if (p.quotes().aggressiveSell() > 0) {
      answers.accept(sale(p, call), 0.9, call ? Sentiment.BEARISH : Sentiment.BULLISH);
    }
    answers.accept(spike(p), 0.9, Sentiment.NEUTRAL);
    Sentiment leaning = leaning(p);
    answers.accept(opening(p), 0.9, leaning);
    answers.accept(closing(p), 0.8, Sentiment.NEUTRAL);
    if (p.context().dte() == 0) {
      answers.accept(gammaPunch(p), 0.9, leaning);
    }
    if (p.context().dte() >= rules.farDte()) {
      answers.accept(farDated(p), 0.85, leaning);
    }
  }

  /// Buys of calls and sales of puts are bullish; neutral without dominance of one side.
  Sentiment leaning(FlowPacket p) {
    boolean bought = p.quotes().aggressiveBuy() >= rules.dominance();
    boolean sold = p.quotes().aggressiveSell() >= rules.dominance();
    if (bought == sold) {
      return Sentiment.NEUTRAL;
    }
    return bought == p.contract().isCall() ? Sentiment.BULLISH : Sentiment.BEARISH;
  }

  private Trace sweep(FlowPacket p, boolean call) {
    Classifier which =
        call ? Classifier.LARGE_BULLISH_CALL_SWEEP : Classifier.LARGE_BEARISH_PUT_SWEEP;
    boolean falls = p.tape().path() == PricePath.DESCENDING;
    return large(new Trace(which, 0.55), p)
        .need("quote_coverage", p.quotes().coverage(), AT_LEAST, rules.coverage())
        .need("aggressive_buy_ratio", p.quotes().aggressiveBuy(), AT_LEAST, rules.dominance())
        .gain("venues", p.tape().venues(), AT_LEAST, 4, 0.1)
        .gain("prints", p.tape().prints(), AT_LEAST, 5, 0.1)
        .gain("price_falls", falls ? 1 : 0, AT_MOST, 0, 0.05)
        .gain("premium_over_large", overLarge(p), AT_LEAST, 2, 0.15);
  }

  private Trace sale(FlowPacket p, boolean call) {
    Classifier which = call ? Classifier.LARGE_CALL_SELL : Classifier.LARGE_PUT_SELL;
    return large(new Trace(which, 0.5), p)
        .need("quote_coverage", p.quotes().coverage(), AT_LEAST, rules.coverage())
        .need("aggressive_sell_ratio", p.quotes().aggressiveSell(), AT_LEAST, rules.dominance())
        .gain("days_to_expiry", p.context().dte(), AT_LEAST, 14, 0.1)
        .gain("prints", p.tape().prints(), AT_LEAST, 3, 0.1)
        .gain("premium_over_large", overLarge(p), AT_LEAST, 2, 0.15);
  }

  private Trace spike(FlowPacket p) {
    return new Trace(Classifier.UNUSUAL_CONTRACT_SPIKE, 0.5)
        .needEither(z(p, rules.spikeZ()), contractRank(p))
        .need("premium", p.tape().premiumMicros() / 1e6, AT_LEAST, rules.spikeFloorMicros() / 1e6)
        .gain("premium_z", p.context().premiumZ(), AT_LEAST, rules.spikeZ() + 1, 0.1)
        .gain("prints", p.tape().prints(), AT_LEAST, 3, 0.1)
        .gain("premium_over_large", overLarge(p), AT_LEAST, 1, 0.15);
  }

  private Trace opening(FlowPacket p) {
    long oi = p.context().openInterest();
    double ratio = (double) p.context().dayVolume() / Math.max(1, oi);
    return large(new Trace(Classifier.NEW_POSITION_LIKELY, 0.5), p)
        .need("volume_over_open_interest", oi >= 0, ratio, ABOVE, rules.openVolOi())
        .need("size_less_open_interest", oi >= 0, (double) (p.tape().size() - oi), ABOVE, 0)
        .gain("volume_over_open_interest", ratio, AT_LEAST, 3, 0.15)
        .gain("one_sided", Math.abs(p.quotes().bias()), AT_LEAST, 0.6, 0.1);
  }

  private Trace closing(FlowPacket p) {
    long oi = p.context().openInterest();
    double share = (double) p.tape().size() / Math.max(1, oi);
    return large(new Trace(Classifier.CLOSING_LIKELY, 0.35), p)
        .need("size_over_open_interest", oi > 0, share, AT_MOST, 1)
        .need("size_over_open_interest", oi > 0, share, AT_LEAST, rules.closeShare())
        .need("aggressive_sell_ratio", p.quotes().aggressiveSell(), AT_LEAST, rules.dominance())
        .need(
            "day_volume_less_open_interest",
            oi > 0,
            (double) (p.context().dayVolume() - oi),
            AT_MOST,
            0)
        .gain("days_to_expiry", p.context().dte(), AT_MOST, 7, 0.1);
  }

  private Trace gammaPunch(FlowPacket p) {
    double away = Math.abs(p.context().otmPct());
    return new Trace(Classifier.ZERO_DTE_GAMMA_PUNCH, 0.55)
        .need("days_to_expiry", p.context().dte(), AT_MOST, 0)
        .need("strike_away_pct", p.context().hasSpot(), away, AT_MOST, rules.gammaNearPct())
        .need("premium", p.tape().premiumMicros() / 1e6, AT_LEAST, rules.gammaMicros() / 1e6)
        .need("quote_coverage", p.quotes().coverage(), AT_LEAST, rules.coverage())
        .gain("strike_away_pct", away, AT_MOST, rules.gammaNearPct() / 2, 0.05)
        .gain("one_sided", Math.abs(p.quotes().bias()), AT_LEAST, 0.6, 0.1)
        .gain("premium_over_large", overLarge(p), AT_LEAST, 2, 0.1);
  }

  private Trace farDated(FlowPacket p) {
    return large(new Trace(Classifier.FAR_DATED_CONVICTION, 0.5), p)
        .need("days_to_expiry", p.context().dte(), AT_LEAST, (double) rules.farDte())
        .need("one_sided", Math.abs(p.quotes().bias()), AT_LEAST, 0.2)
        .gain("days_to_expiry", p.context().dte(), AT_LEAST, 90, 0.05)
        .gain("aggressive_buy_ratio", p.quotes().aggressiveBuy(), AT_LEAST, rules.dominance(), 0.1)
        .gain("premium_over_large", overLarge(p), AT_LEAST, 2, 0.1);
  }

  /// Large by premium for this kind of underlying, or unusual for this symbol.
  private Trace large(Trace trace, FlowPacket p) {
    double floor = rules.largeMicros(p.contract().underlying()) / 1e6;
    Condition premium =
        Condition.of("premium", p.tape().premiumMicros() / 1e6, AT_LEAST, floor, false);
    return trace.needEither(premium, z(p, rules.largeZ()));
  }

  private Condition z(FlowPacket p, double threshold) {
    return p.context().hasZ()
        ? Condition.of("premium_z", p.context().premiumZ(), AT_LEAST, threshold, false)
        : Condition.absent("premium_z", AT_LEAST, threshold, false);
  }

  private Condition contractRank(FlowPacket p) {
    double rank = p.context().contractRank();
    return rank >= 0
        ? Condition.of("contract_percentile", rank, AT_LEAST, rules.spikeRank(), false)
        : Condition.absent("contract_percentile", AT_LEAST, rules.spikeRank(), false);
  }

  private double overLarge(FlowPacket p) {
    return (double) p.tape().premiumMicros() / rules.largeMicros(p.contract().underlying());
  }
}
