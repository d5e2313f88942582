package io.truetape.pipeline.classify;

import static io.truetape.model.event.derived.meaning.Comparison.AT_LEAST;
import static io.truetape.model.event.derived.meaning.Comparison.BELOW;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/// Large directional packets waiting to see whether the underlying follows. At most [#LIMIT].
final class Follow {
  static final int LIMIT = 1_024;

  /// `hits`: what was said of the packet, perhaps nothing. `aggressive`: the share of its prints at or
  /// beyond the quote of its side. `impactBps`: the move its hedge was expected to make, basis points,
  /// above 0.
  record Pending(
      ClassifierHits hits,
      Sentiment direction,
      double aggressive,
      long untilTsNanos,
      long spotDoubleMicros,
      double impactBps) {}

  private final Deque<Pending> waiting = new ArrayDeque<>();

  void add(Pending pending) {
    if (waiting.size() == LIMIT) {
      waiting.removeFirst();
    }
    waiting.addLast(pending);
  }

  @org.jspecify.annotations.Nullable
  Pending takeDue(long watermark) {
    Pending first = waiting.peekFirst();
    return first == null || first.untilTsNanos() > watermark ? null : waiting.removeFirst();
  }

  void forget(long subjectSeq) {
    waiting.removeIf(p -> p.hits().subject().seq() == subjectSeq);
  }

  /// Fires when the move in the packet's direction stayed below a share of the expected impact.
  static @org.jspecify.annotations.Nullable ClassifierHit judge(
      Pending p, long spotNow, ClassifyRules rules) {
    if (spotNow <= 0) {
      return null;
    }
    double move = (spotNow - p.spotDoubleMicros()) * 1e4 / p.spotDoubleMicros();
    double along = p.direction() == Sentiment.BULLISH ? move : -move;
    ClassifierHits hits = p.hits();
    double large = rules.largeMicros(hits.underlying()) / 1e6;
    Condition z =
        hits.hasZ()
            ? Condition.of("premium_z", hits.premiumZ(), AT_LEAST, rules.largeZ(), false)
            : Condition.absent("premium_z", AT_LEAST, rules.largeZ(), false);
    Trace trace =
        new Trace(Classifier.NO_FOLLOW_THROUGH, 0.5)
            .needEither(
                Condition.of("premium", hits.premiumMicros() / 1e6, AT_LEAST, large, false), z)
            .need("aggressive_ratio", p.aggressive(), AT_LEAST, rules.dominance())
            .need("move_over_expected", along / p.impactBps(), BELOW, rules.followShare())
            .gain("move_over_expected", along / p.impactBps(), BELOW, 0, 0.2);
    return trace.fires() ? trace.hit(0.8, Sentiment.NEUTRAL) : null;
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    for (Pending p : waiting) {
      Saved.put(p.hits(), out);
      out.putInt(p.direction().ordinal());
      out.putDouble(p.aggressive());
      out.putLong(p.untilTsNanos());
      out.putLong(p.spotDoubleMicros());
      out.putDouble(p.impactBps());
    }
  }

  void load(StateReader in) {
    waiting.clear();
    for (int n = in.getInt(); n > 0; n--) {
      waiting.addLast(
          new Pending(
              Saved.take(in),
              Sentiment.values()[in.getInt()],
              in.getDouble(),
              in.getLong(),
              in.getLong(),
              in.getDouble()));
    }
  }
}
