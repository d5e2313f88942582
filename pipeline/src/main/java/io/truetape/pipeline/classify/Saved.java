package io.truetape.pipeline.classify;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Comparison;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Contracts;
import java.util.ArrayList;
import java.util.List;

/// Hits in a stage's state.
final class Saved {
  private Saved() {}

  static void put(ClassifierHits h, StateWriter out) {
    out.putLong(h.tsNanos());
    out.putText(h.subject().kind());
    out.putLong(h.subject().seq());
    out.putInt(h.revision());
    out.putText(h.underlying());
    out.putInt(h.contractId());
    Contracts.save(h.contract(), out);
    out.putLong(h.premiumMicros());
    out.putDouble(h.premiumRank());
    out.putDouble(h.premiumZ());
    out.putBoolean(h.hasZ());
    out.putDouble(h.bias());
    out.putDouble(h.quality());
    out.putDouble(h.insideRatio());
    out.putDouble(h.spreadBps());
    out.putDouble(h.structureScore());
    out.putInt(h.prints().size());
    h.prints().forEach(out::putLong);
    out.putInt(h.hits().size());
    h.hits().forEach(hit -> put(hit, out));
  }

  private static void put(ClassifierHit hit, StateWriter out) {
    out.putInt(hit.classifier().ordinal());
    out.putText(hit.variant());
    out.putDouble(hit.confidence());
    out.putInt(hit.direction().ordinal());
    out.putInt(hit.conditions().size());
    for (Condition c : hit.conditions()) {
      out.putText(c.name());
      out.putDouble(c.measured());
      out.putInt(c.comparison().ordinal());
      out.putDouble(c.threshold());
      out.putBoolean(c.required());
      out.putBoolean(c.known());
      out.putBoolean(c.passed());
    }
  }

  static ClassifierHits take(StateReader in) {
    return new ClassifierHits(
        in.getLong(),
        new EventRef(in.getText(), in.getLong()),
        in.getInt(),
        in.getText(),
        in.getInt(),
        Contracts.load(in),
        in.getLong(),
        in.getDouble(),
        in.getDouble(),
        in.getBoolean(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        seqs(in),
        hits(in));
  }

  private static List<Long> seqs(StateReader in) {
    List<Long> seqs = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      seqs.add(in.getLong());
    }
    return seqs;
  }

  private static List<ClassifierHit> hits(StateReader in) {
    List<ClassifierHit> hits = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      hits.add(
          new ClassifierHit(
              Classifier.values()[in.getInt()],
              in.getText(),
              in.getDouble(),
              Sentiment.values()[in.getInt()],
              conditions(in)));
    }
    return hits;
  }

  private static List<Condition> conditions(StateReader in) {
    List<Condition> conditions = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      conditions.add(
          new Condition(
              in.getText(),
              in.getDouble(),
              Comparison.values()[in.getInt()],
              in.getDouble(),
              in.getBoolean(),
              in.getBoolean(),
              in.getBoolean()));
    }
    return conditions;
  }
}
