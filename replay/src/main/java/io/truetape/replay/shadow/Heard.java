package io.truetape.replay.shadow;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.id.EventRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one run said in one batch, kept until it was held against the other run's.
final class Heard implements EventSink {
  final List<ChippedPrint> prints = new ArrayList<>();
  final Map<EventRef, DerivedEvent> subjects = new LinkedHashMap<>();
  final Map<EventRef, ClassifierHits> hits = new LinkedHashMap<>();
  final List<ClassifierHits> followUps = new ArrayList<>();
  final Map<Long, SmartMoneyEvent> profiles = new LinkedHashMap<>();
  final List<SmartMoneyEvent> closed = new ArrayList<>();
  final List<AlertChanged> opened = new ArrayList<>();
  final Map<String, AlertChanged> withheld = new LinkedHashMap<>();

  /// The name an alert has under both rule sets.
  static String name(AlertChanged alert) {
    return alert.rule() + " " + alert.alertSeq() + " " + alert.thesis();
  }

  @Override
  public void accept(long seq, Event event) {
    switch (event) {
      case ChippedPrint print -> prints.add(print);
      case FlowPacket p when p.revision() == 0 && !p.legs() ->
          subjects.put(new EventRef("packet", p.packetSeq()), p);
      case StructureFound s when s.revision() == 0 ->
          subjects.put(new EventRef("structure", s.structureSeq()), s);
      case ClassifierHits h -> take(h);
      case SmartMoneyEvent e -> {
        profiles.put(e.eventSeq(), e);
        if (e.closed()) {
          closed.add(e);
        }
      }
      case AlertChanged alert -> {
        if (alert.change() == AlertChange.OPENED) {
          opened.add(alert);
        } else if (alert.change() == AlertChange.SUPPRESSED) {
          withheld.put(name(alert), alert);
        }
      }
      default -> {}
    }
  }

  private void take(ClassifierHits h) {
    if (h.revision() == 0) {
      hits.put(h.subject(), h);
    }
    if (followUp(h) != null) {
      followUps.add(h);
    }
  }

  /// The hit that is told minutes after the others, if this is it.
  static @Nullable ClassifierHit followUp(ClassifierHits h) {
    for (ClassifierHit hit : h.hits()) {
      if (hit.classifier() == Classifier.NO_FOLLOW_THROUGH) {
        return hit;
      }
    }
    return null;
  }

  void clear() {
    prints.clear();
    subjects.clear();
    hits.clear();
    followUps.clear();
    profiles.clear();
    closed.clear();
    opened.clear();
    withheld.clear();
  }
}
