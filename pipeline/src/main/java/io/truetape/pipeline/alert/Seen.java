package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// What met a user's rule: the subject, and everything its alert says of it. `conditions` are the
/// rule's own numbers as they were met; `counter` what speaks against the subject, in words.
record Seen(
    EventRef subject,
    String thesis,
    long tsNanos,
    int contractId,
    String underlying,
    String contractText,
    Sentiment direction,
    long premiumMicros,
    List<ClassifierHit> hits,
    List<Condition> conditions,
    List<String> counter) {
  Seen {
    hits = List.copyOf(hits);
    conditions = List.copyOf(conditions);
    counter = List.copyOf(counter);
  }

  /// Of one contract, without hits.
  static Seen contract(
      EventRef subject,
      String thesis,
      long tsNanos,
      int contractId,
      Contract contract,
      Sentiment direction,
      long premiumMicros,
      List<Condition> conditions,
      List<String> counter) {
    return new Seen(
        subject,
        thesis,
        tsNanos,
        contractId,
        contract.underlying(),
        Osi.unpadded(contract),
        direction,
        premiumMicros,
        List.of(),
        conditions,
        counter);
  }

  Seen with(ClassifierHit hit) {
    return new Seen(
        subject,
        thesis,
        tsNanos,
        contractId,
        underlying,
        contractText,
        direction,
        premiumMicros,
        List.of(hit),
        conditions,
        counter);
  }

  /// True when both would be one alert of one rule.
  boolean isNamedAs(Seen other) {
    return subject.equals(other.subject)
        && thesis.equals(other.thesis)
        && direction == other.direction;
  }

  void save(StateWriter out) {
    SavedAlerts.put(subject, out);
    out.putText(thesis);
    out.putLong(tsNanos);
    out.putInt(contractId);
    out.putText(underlying);
    out.putText(contractText);
    out.putInt(direction.ordinal());
    out.putLong(premiumMicros);
    out.putInt(hits.size());
    hits.forEach(hit -> SavedAlerts.put(hit, out));
    SavedAlerts.putAll(conditions, out);
    out.putInt(counter.size());
    counter.forEach(out::putText);
  }

  static Seen load(StateReader in) {
    return new Seen(
        SavedAlerts.ref(in),
        in.getText(),
        in.getLong(),
        in.getInt(),
        in.getText(),
        in.getText(),
        Sentiment.values()[in.getInt()],
        in.getLong(),
        SavedAlerts.classifiers(in),
        SavedAlerts.conditions(in),
        texts(in));
  }

  private static List<String> texts(StateReader in) {
    List<String> texts = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      texts.add(in.getText());
    }
    return texts;
  }
}
