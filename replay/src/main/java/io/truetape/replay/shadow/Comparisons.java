package io.truetape.replay.shadow;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Chip;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds what two runs said against each other, thing by thing.
final class Comparisons {
  private static final int PRINTS = 65_536;
  private static final int OTHERS = 16_384;

  private final Counts counts;
  private final ChipFlips chips;
  private final ClassifierFlips classifiers;
  private final ProfileFlips profiles;
  private final AlertFlips alerts;
  private final Pairing<Long, ChippedPrint> prints = new Pairing<>(PRINTS, this::print);
  private final Pairing<EventRef, Subject> subjects = new Pairing<>(OTHERS, this::subject);
  private final Pairing<EventRef, ClassifierHits> followUps = new Pairing<>(OTHERS, this::followUp);
  private final Pairing<Long, SmartMoneyEvent> events = new Pairing<>(OTHERS, this::event);
  private final Pairing<String, Opened> opened = new Pairing<>(OTHERS, this::alert);
  private String session = "";

  Comparisons(SessionClock clock, Values before, Values after, Counts counts) {
    this.counts = counts;
    this.chips = new ChipFlips(before, after);
    this.classifiers = new ClassifierFlips(before, after);
    this.profiles = new ProfileFlips(before, after);
    this.alerts = new AlertFlips(clock, before, after, classifiers, profiles);
  }

  /// A parent event and the classifiers that fired on it at once.
  private record Subject(EventRef ref, DerivedEvent event, List<Classifier> fired) {}

  /// An alert and why the other run, as far as it had come, did not open it.
  private record Opened(AlertChanged alert, Cause cause) {}

  Counts counts() {
    return counts;
  }

  void begin(String name) {
    session = name;
  }

  /// Compares what both runs said of one batch.
  void compare(Heard a, Heard b) {
    a.prints.forEach(p -> prints.put(true, p.printSeq(), p));
    b.prints.forEach(p -> prints.put(false, p.printSeq(), p));
    take(true, a);
    take(false, b);
    a.followUps.forEach(h -> followUps.put(true, h.subject(), h));
    b.followUps.forEach(h -> followUps.put(false, h.subject(), h));
    a.closed.forEach(e -> events.put(true, e.eventSeq(), e));
    b.closed.forEach(e -> events.put(false, e.eventSeq(), e));
    for (AlertChanged alert : a.opened) {
      opened.put(true, Heard.name(alert), new Opened(alert, alerts.cause(alert, true, a, b)));
    }
    for (AlertChanged alert : b.opened) {
      opened.put(false, Heard.name(alert), new Opened(alert, alerts.cause(alert, false, a, b)));
    }
  }

  /// The session is over: what is unpaired was said by one run alone.
  void end() {
    prints.end();
    subjects.end();
    followUps.end();
    events.end();
    opened.end();
  }

  private void take(boolean isBefore, Heard heard) {
    for (Map.Entry<EventRef, DerivedEvent> one : heard.subjects.entrySet()) {
      ClassifierHits hits = heard.hits.get(one.getKey());
      List<Classifier> fired = new ArrayList<>();
      if (hits != null) {
        hits.hits().forEach(hit -> fired.add(hit.classifier()));
      }
      subjects.put(isBefore, one.getKey(), new Subject(one.getKey(), one.getValue(), fired));
    }
  }

  private void print(@Nullable ChippedPrint a, @Nullable ChippedPrint b) {
    long ofA = a == null ? 0 : a.chips();
    long ofB = b == null ? 0 : b.chips();
    for (Chip chip : Chip.of(ofA | ofB)) {
      if (chip.isIn(ofA) && chip.isIn(ofB)) {
        counts.both("chip", chip.label());
        continue;
      }
      ChippedPrint print = a == null ? b : a;
      if (print != null) {
        Cause cause =
            a == null || b == null
                ? new Cause("no such print", a == null ? "none" : "", b == null ? "none" : "")
                : chips.cause(chip, a, b);
        String what = Osi.unpadded(print.contract());
        flip("chip", chip.label(), print.printSeq(), print.tsNanos(), what, chip.isIn(ofB), cause);
      }
    }
  }

  private void subject(@Nullable Subject a, @Nullable Subject b) {
    for (Classifier classifier : Classifier.values()) {
      boolean inA = a != null && a.fired().contains(classifier);
      boolean inB = b != null && b.fired().contains(classifier);
      if (inA && inB) {
        counts.both("classifier", classifier.text());
      } else if (inA || inB) {
        Subject there = a == null ? b : a;
        DerivedEvent ofA = a == null ? null : a.event();
        DerivedEvent ofB = b == null ? null : b.event();
        Cause cause = classifiers.cause(classifier, ofA, ofB);
        if (there != null) {
          long ts = there.event().tsNanos();
          String what = what(there.event());
          flip("classifier", classifier.text(), there.ref().seq(), ts, what, inB, cause);
        }
      }
    }
  }

  private void followUp(@Nullable ClassifierHits a, @Nullable ClassifierHits b) {
    String item = Classifier.NO_FOLLOW_THROUGH.text();
    ClassifierHits there = a == null ? b : a;
    if (a != null && b != null) {
      counts.both("classifier", item);
    } else if (there != null) {
      ClassifierHit hit = Heard.followUp(there);
      String measured = hit == null || hit.conditions().isEmpty() ? "" : first(hit);
      Cause cause =
          new Cause("follow_through", a == null ? "held" : measured, b == null ? "held" : measured);
      String what = Osi.unpadded(there.contract());
      long seq = there.subject().seq();
      flip("classifier", item, seq, there.tsNanos(), what, b != null, cause);
    }
  }

  private static String first(ClassifierHit hit) {
    var c = hit.conditions().getFirst();
    return c.name() + " " + c.measured() + " " + c.comparison().sign() + " " + c.threshold();
  }

  private void event(@Nullable SmartMoneyEvent a, @Nullable SmartMoneyEvent b) {
    if (a != null && b != null && a.primary() == b.primary()) {
      counts.both("profile", a.primary().text());
      return;
    }
    Cause cause = profiles.cause(a, b);
    if (a != null) {
      String what = Osi.unpadded(a.contract());
      flip("profile", a.primary().text(), a.eventSeq(), a.tsNanos(), what, false, cause);
    }
    if (b != null) {
      String what = Osi.unpadded(b.contract());
      flip("profile", b.primary().text(), b.eventSeq(), b.tsNanos(), what, true, cause);
    }
  }

  private void alert(@Nullable Opened a, @Nullable Opened b) {
    Opened there = a == null ? b : a;
    if (there == null) {
      return;
    }
    AlertChanged alert = there.alert();
    if (a != null && b != null) {
      counts.both("alert", alert.thesis());
      return;
    }
    flip(
        "alert",
        alert.thesis(),
        alert.alertSeq(),
        alert.tsNanos(),
        alert.contractText(),
        b != null,
        there.cause());
  }

  private void flip(
      String group, String item, long seq, long ts, String what, boolean added, Cause cause) {
    counts.flip(
        group,
        item,
        new Flip(session, seq, ts, what, added, cause.feature(), cause.before(), cause.after()));
  }

  private static String what(DerivedEvent event) {
    return switch (event) {
      case FlowPacket p -> Osi.unpadded(p.contract());
      case StructureFound s -> s.underlying() + " " + s.type().text();
      default -> "";
    };
  }
}
