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
      int day) {}

  private final Deque<Reading> waiting = new ArrayDeque<>();
  private final IntTable<Volume> volumes = new IntTable<>();

  private static final class Volume {
    private long contracts;
  }

  /// The session's volume of a contract so far; kept only where a reading waits for it.
  void volume(int contractId, long dayVolume) {
    Volume volume = volumes.get(contractId);
    if (volume != null) {
      volume.contracts = dayVolume;
    }
  }

  /// Remembers the readings among the hits; `openInterest` -1 and below means nothing to compare with.
  void add(ClassifierHits hits, long openInterest, long dayVolume, int day) {
    if (openInterest < 0) {
      return;
    }
    for (ClassifierHit hit : hits.hits()) {
      boolean reading =
          hit.classifier() == Classifier.NEW_POSITION_LIKELY
              || hit.classifier() == Classifier.CLOSING_LIKELY;
      if (reading) {
        volumes.getOrMake(hits.contractId(), _ -> new Volume()).contracts = dayVolume;
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
                day));
      }
    }
  }

  /// Verdicts on this contract, when the open interest is for the day of the reading or later.
  List<OpenShareVerdict> judge(OpenInterest published, long tsNanos) {
    Volume traded = volumes.get(published.contract());
    if (traded == null) {
      return List.of();
    }
    long volume = traded.contracts;
    List<OpenShareVerdict> verdicts = new ArrayList<>();
    for (Iterator<Reading> i = waiting.iterator(); i.hasNext(); ) {
      Reading r = i.next();
      if (r.contractId() != published.contract() || published.asOfDay() < r.day()) {
        continue;
      }
      i.remove();
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
      out.putInt(r.day());
      Volume volume = volumes.get(r.contractId());
      out.putLong(volume == null ? 0 : volume.contracts);
    }
  }

  void load(StateReader in) {
    waiting.clear();
    volumes.clear();
    for (int n = in.getInt(); n > 0; n--) {
      Reading r =
          new Reading(
              new EventRef(in.getText(), in.getLong()),
              Classifier.values()[in.getInt()],
              in.getInt(),
              Contracts.load(in),
              in.getLong(),
              in.getInt());
      waiting.addLast(r);
      volumes.getOrMake(r.contractId(), _ -> new Volume()).contracts = in.getLong();
    }
  }
}
