package io.truetape.replay.score;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a run concluded, kept for scoring: the last word on each event, and which print is which.
final class Readings implements EventSink {
  final Map<Long, Long> printOfSequence = new HashMap<>();
  final Map<Long, SmartMoneyEvent> profiles = new LinkedHashMap<>();
  final Map<Long, StructureFound> structures = new LinkedHashMap<>();
  final Map<Long, ClassifierHits> hits = new LinkedHashMap<>();
  final Map<String, Integer> printsByMinute = new HashMap<>();
  final Set<Long> singles = new HashSet<>();
  final Set<Long> claimedSingles = new HashSet<>();
  long alertsOpened;
  long alertsWithheld;
  long prints;
  long firstTsNanos = Long.MAX_VALUE;
  long lastTsNanos;

  @Override
  public void accept(long seq, Event event) {
    switch (event) {
      case ChippedPrint print -> print(print);
      case SmartMoneyEvent e -> profiles.put(e.eventSeq(), e);
      case StructureFound e -> structure(e);
      case ClassifierHits e -> hits.put(e.subject().seq(), e);
      case AlertChanged e -> {
        alertsOpened += e.change() == AlertChange.OPENED ? 1 : 0;
        alertsWithheld += e.change() == AlertChange.SUPPRESSED ? 1 : 0;
      }
      default -> {}
    }
  }

  private void print(ChippedPrint print) {
    prints++;
    firstTsNanos = Math.min(firstTsNanos, print.tsNanos());
    lastTsNanos = Math.max(lastTsNanos, print.tsNanos());
    printOfSequence.put(print.print().vendorSequence(), print.printSeq());
    printsByMinute.merge(minute(print.contract().underlying(), print.tsNanos()), 1, Integer::sum);
    boolean leg =
        print.normalized().condition().isMultiLeg() || print.normalized().condition().isStockTied();
    if (!leg) {
      singles.add(print.printSeq());
    }
  }

  private void structure(StructureFound found) {
    structures.put(found.structureSeq(), found);
    if (found.mode() != StructureMode.CODED) {
      for (long seq : found.prints()) {
        if (singles.contains(seq)) {
          claimedSingles.add(seq);
        }
      }
    }
  }

  /// The key of a symbol's minute.
  static String minute(String symbol, long tsNanos) {
    return symbol + " " + Math.floorDiv(tsNanos, 60_000_000_000L);
  }
}
