package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Comparison;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Contracts;
import java.util.ArrayList;
import java.util.List;

/// Alerts in a stage's state.
final class SavedAlerts {
  private SavedAlerts() {}

  static void put(Alert a, StateWriter out) {
    put(a.latest(), out);
    out.putText(a.thesis());
    out.putBoolean(a.isWithheld());
    out.putInt(a.direction().ordinal());
    out.putLong(a.seq());
    out.putLong(a.openedTsNanos());
    out.putInt(a.hits().size());
    a.hits().forEach(hit -> put(hit, out));
    out.putInt(a.backing().size());
    a.backing().forEach(ref -> put(ref, out));
    out.putLong(a.lastTsNanos());
    out.putLong(a.saidPremium());
    out.putLong(a.droppedPremium());
    out.putInt(a.dropped());
    out.putInt(a.revision());
    out.putDouble(a.total());
    out.putDouble(a.peak());
    out.putInt(a.severity().ordinal());
    out.putInt(a.leftOut());
    out.putText(a.leftOutWhy());
  }

  static Alert take(StateReader in) {
    Hit latest = hit(in);
    String thesis = in.getText();
    boolean withheld = in.getBoolean();
    Sentiment direction = Sentiment.values()[in.getInt()];
    Alert alert = new Alert(latest, thesis, direction, in.getLong(), in.getLong(), withheld);
    for (int n = in.getInt(); n > 0; n--) {
      alert.restore(hit(in));
    }
    for (int n = in.getInt(); n > 0; n--) {
      alert.back(ref(in));
    }
    alert.restore(
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getDouble(),
        in.getDouble(),
        Severity.values()[in.getInt()]);
    alert.restore(in.getInt(), in.getText());
    return alert;
  }

  static void put(EventRef ref, StateWriter out) {
    out.putText(ref.kind());
    out.putLong(ref.seq());
  }

  static EventRef ref(StateReader in) {
    return new EventRef(in.getText(), in.getLong());
  }

  private static void put(Hit h, StateWriter out) {
    put(h.subject(), out);
    out.putLong(h.tsNanos());
    out.putInt(h.contractId());
    Contracts.save(h.contract(), out);
    out.putText(h.best());
    out.putInt(h.direction().ordinal());
    out.putDouble(h.confidence());
    out.putLong(h.premiumMicros());
    out.putDouble(h.premiumRank());
    out.putDouble(h.premiumZ());
    out.putBoolean(h.hasZ());
    out.putDouble(h.bias());
    out.putDouble(h.quality());
    out.putDouble(h.insideRatio());
    out.putDouble(h.spreadBps());
    out.putDouble(h.structureScore());
    out.putBoolean(h.nearAuction());
    out.putInt(h.prints());
    out.putInt(h.classifiers().size());
    h.classifiers().forEach(c -> put(c, out));
  }

  private static Hit hit(StateReader in) {
    return new Hit(
        ref(in),
        in.getLong(),
        in.getInt(),
        Contracts.load(in),
        in.getText(),
        Sentiment.values()[in.getInt()],
        in.getDouble(),
        in.getLong(),
        in.getDouble(),
        in.getDouble(),
        in.getBoolean(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getBoolean(),
        in.getInt(),
        classifiers(in));
  }

  static void put(ClassifierHit hit, StateWriter out) {
    out.putInt(hit.classifier().ordinal());
    out.putText(hit.variant());
    out.putDouble(hit.confidence());
    out.putInt(hit.direction().ordinal());
    putAll(hit.conditions(), out);
  }

  static void putAll(List<Condition> conditions, StateWriter out) {
    out.putInt(conditions.size());
    for (Condition c : conditions) {
      out.putText(c.name());
      out.putDouble(c.measured());
      out.putInt(c.comparison().ordinal());
      out.putDouble(c.threshold());
      out.putBoolean(c.required());
      out.putBoolean(c.known());
      out.putBoolean(c.passed());
    }
  }

  static List<ClassifierHit> classifiers(StateReader in) {
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

  static List<Condition> conditions(StateReader in) {
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
