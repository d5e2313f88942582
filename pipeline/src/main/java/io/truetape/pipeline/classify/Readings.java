package io.truetape.pipeline.classify;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.EventRef;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Contracts;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Readings of opening and closing, until the next open interest says how much opened. At most
/// [#LIMIT].
final class Readings {
  static final int LIMIT = 4_096;

  private record Reading(
      EventRef subject,
      Classifier classifier,
      int contractId,
      Contract contract,
      long openInterest,
      Volume volume) {}

  private final Deque<Reading> waiting = new ArrayDeque<>();
  private final IntTable<Volume> latest = new IntTable<>();

  /// One contract's volume of one day; the readings of that day share it.
  private static final class Volume {
    private final int day;
    private long contracts;

    Volume(int day) {
      this.day = day;
    }
  }

  /// The session's volume of a contract so far; kept only where a reading of that day waits for it.
  void volume(int contractId, long dayVolume, int day) {
    Volume volume = latest.get(contractId);
    if (volume != null && volume.day == day) {
      volume.contracts = dayVolume;
    }
  }

  private Volume volume(int contractId, int day) {
    Volume volume = latest.get(contractId);
    if (volume == null || volume.day != day) {
      volume = new Volume(day);
      latest.put(contractId, volume);
    }
    return volume;
  }

  /// Remembers the readings among the hits, in place of what an earlier revision said of the subject;
  /// `openInterest` -1 and below means nothing to compare with.
  void add(ClassifierHits hits, long openInterest, long dayVolume, int day) {
    if (hits.revision() > 0) {
      waiting.removeIf(reading -> reading.subject().equals(hits.subject()));
    }
    if (openInterest < 0) {
      return;
    }
    for (ClassifierHit hit : hits.hits()) {
      boolean reading =
          hit.classifier() == Classifier.NEW_POSITION_LIKELY
              || hit.classifier() == Classifier.CLOSING_LIKELY;
      if (reading) {
        Volume volume = volume(hits.contractId(), day);
        volume.contracts = dayVolume;
        if (waiting.size() == LIMIT) {
          waiting.removeFirst();
        }
        waiting.addLast(
            new Reading(
                hits.subject(),
                hit.classifier(),
                hits.contractId(),
                hits.contract(),
                openInterest,
                volume));
      }
    }
  }

  /// Verdicts on this contract, when the open interest is for the day of the reading or later.
  List<OpenShareVerdict> judge(OpenInterest published, long tsNanos) {
    if (latest.get(published.contract()) == null) {
      return List.of();
    }
    List<OpenShareVerdict> verdicts = new ArrayList<>();
    for (Iterator<Reading> i = waiting.iterator(); i.hasNext(); ) {
      Reading r = i.next();
      if (r.contractId() != published.contract() || published.asOfDay() < r.volume().day) {
        continue;
      }
      i.remove();
      long volume = r.volume().contracts;
      long change = published.openInterest() - r.openInterest();
      double share = volume <= 0 ? 0 : Math.clamp((volume + change) / (2.0 * volume), 0, 1);
      boolean opened = share > 0.5;
      verdicts.add(
          new OpenShareVerdict(
              tsNanos,
              r.subject(),
              r.classifier(),
              r.contractId(),
              r.contract(),
              volume,
              r.openInterest(),
              published.openInterest(),
              published.asOfDay(),
              share,
              opened == (r.classifier() == Classifier.NEW_POSITION_LIKELY)));
    }
    return verdicts;
  }

  void save(StateWriter out) {
    out.putInt(waiting.size());
    for (Reading r : waiting) {
      out.putText(r.subject().kind());
      out.putLong(r.subject().seq());
      out.putInt(r.classifier().ordinal());
      out.putInt(r.contractId());
      Contracts.save(r.contract(), out);
      out.putLong(r.openInterest());
      out.putInt(r.volume().day);
      out.putLong(r.volume().contracts);
    }
  }

  void load(StateReader in) {
    waiting.clear();
    latest.clear();
    for (int n = in.getInt(); n > 0; n--) {
      EventRef subject = new EventRef(in.getText(), in.getLong());
      Classifier classifier = Classifier.values()[in.getInt()];
      int contractId = in.getInt();
      Contract contract = Contracts.load(in);
      long openInterest = in.getLong();
      Volume volume = volume(contractId, in.getInt());
      volume.contracts = in.getLong();
      waiting.addLast(new Reading(subject, classifier, contractId, contract, openInterest, volume));
    }
  }
}
