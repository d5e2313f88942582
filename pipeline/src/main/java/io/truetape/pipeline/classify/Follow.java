package io.truetape.pipeline.classify;

import static io.truetape.model.event.derived.meaning.Comparison.BELOW;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/// Large directional packets waiting to see whether the underlying follows. At most [#LIMIT].
final class Follow {
  static final int LIMIT = 1_024;

  /// `impactBps`: the move its hedge was expected to make, basis points, above 0.
  record Pending(
      ClassifierHits hits,
      Sentiment direction,
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
    Trace trace =
        new Trace(Classifier.NO_FOLLOW_THROUGH, 0.5)
            .need("move_over_expected", along / p.impactBps(), BELOW, rules.followShare())
            .gain("move_over_expected", along / p.impactBps(), BELOW, 0, 0.2);
    return trace.fires() ? trace.hit(0.8, Sentiment.NEUTRAL) : null;
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    for (Pending p : waiting) {
      Saved.put(p.hits(), out);
      out.putInt(p.direction().ordinal());
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
              in.getLong(),
              in.getLong(),
              in.getDouble()));
    }
  }
}
