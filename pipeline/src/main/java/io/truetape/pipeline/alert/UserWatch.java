package io.truetape.pipeline.alert;

import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// Holds everything the users' rules may watch against each of them.
final class UserWatch {
  private static final String TAKEN_BACK = "a print behind it was taken back";

  private final SessionClock clock;
  private final UserRules users = new UserRules();
  private final Crossings crossings = new Crossings();

  UserWatch(SessionClock clock) {
    this.clock = clock;
  }

  void on(UserRuleActivated activated, Emitter out) {
    users.on(activated, out);
  }

  void close(long watermark, long quietNanos, Emitter out) {
    users.close(watermark, quietNanos, out);
  }

  void watch(ChippedPrint p, FeedHealth feeds, int perHour, Emitter out) {
    for (int i = 0; i < users.size(); i++) {
      UserRule rule = users.rule(i);
      if (rule.watches("print")
          && rule.matches(p)
          && users.completes(i, p.print().contract(), p.tsNanos())) {
        boolean known = p.quoted().location().isKnown();
        Seen seen =
            Seen.contract(
                new EventRef("print", p.printSeq()),
                "print",
                p.tsNanos(),
                p.print().contract(),
                p.contract(),
                p.measured().sentiment(),
                p.measured().premiumMicros(),
                rule.conditions(name -> Measures.of(name, p)),
                Wording.doubts(known ? 1 : 0, 0, false));
        users.fire(i, seen, feeds.fault(p.tsNanos()), perHour, out);
      }
    }
  }

  /// A print that was taken back meets no rule.
  void takeBack(Amended amended, Emitter out) {
    if (!amended.foundOriginal()) {
      return;
    }
    EventRef print = new EventRef("print", amended.printSeq());
    for (int i = 0; i < users.size(); i++) {
      users.revise(i, print, List.of(), amended.tsNanos(), "", "the print was taken back", out);
    }
  }

  void watch(FlowPacket p, boolean nearAuction, String fault, int perHour, Emitter out) {
    EventRef subject = new EventRef("packet", p.packetSeq());
    for (int i = 0; i < users.size(); i++) {
      UserRule rule = users.rule(i);
      List<Seen> seen = List.of();
      if (rule.watches("packet") && rule.matches(p)) {
        List<Condition> conditions = rule.conditions(name -> Measures.of(name, p));
        List<String> doubts =
            Wording.doubts(p.quotes().coverage(), p.quotes().insideRatio(), nearAuction);
        seen =
            List.of(
                Seen.contract(
                    subject,
                    "packet",
                    p.tsNanos(),
                    p.contractId(),
                    p.contract(),
                    Sentiment.NEUTRAL,
                    p.tape().premiumMicros(),
                    conditions,
                    doubts));
      }
      if (p.revision() > 0) {
        users.revise(i, subject, seen, p.tsNanos(), fault, TAKEN_BACK, out);
      } else if (!seen.isEmpty()) {
        users.fire(i, seen.getFirst(), fault, perHour, out);
      }
    }
  }

  void watch(StructureFound s, String fault, int perHour, Emitter out) {
    EventRef subject = new EventRef("structure", s.structureSeq());
    for (int i = 0; i < users.size(); i++) {
      UserRule rule = users.rule(i);
      if (s.isWithdrawn()) {
        users.revise(i, subject, List.of(), s.tsNanos(), fault, TAKEN_BACK, out);
      } else if (rule.watches("structure") && rule.matches(s)) {
        Seen seen =
            Seen.contract(
                subject,
                s.type().text(),
                s.tsNanos(),
                s.legs().getFirst().contractId(),
                s.legs().getFirst().contract(),
                s.direction(),
                s.premiumMicros(),
                rule.conditions(name -> Measures.of(name, s)),
                s.hasNet() ? List.of() : List.of("not every leg had a quote"));
        users.fire(i, seen, fault, perHour, out);
      }
    }
  }

  void watch(SmartMoneyEvent e, boolean nearAuction, String fault, int perHour, Emitter out) {
    EventRef self = new EventRef("smart-money", e.eventSeq());
    for (int i = 0; i < users.size(); i++) {
      UserRule rule = users.rule(i);
      List<Seen> seen = List.of();
      if (rule.watches("profile") && rule.matches(e)) {
        double inside = e.features().isStructure() ? 0 : e.features().insideRatio();
        seen =
            List.of(
                Seen.contract(
                    self,
                    e.primary().text(),
                    e.tsNanos(),
                    e.contractId(),
                    e.contract(),
                    e.direction(),
                    e.features().premiumMicros(),
                    rule.conditions(name -> Measures.of(name, e)),
                    Wording.doubts(e.features().coverage(), inside, nearAuction)));
      }
      if (e.revision() > 0) {
        users.revise(i, self, seen, e.tsNanos(), fault, "it is read otherwise now", out);
      }
      if (!seen.isEmpty()) {
        users.fire(i, seen.getFirst(), fault, perHour, out);
      }
    }
  }

  void watch(ClassifierHits h, boolean nearAuction, String fault, int perHour, Emitter out) {
    int dte = h.contract().expiryDay() - clock.dayAt(h.tsNanos()).day();
    for (int i = 0; i < users.size(); i++) {
      UserRule rule = users.rule(i);
      List<Seen> seen = new ArrayList<>(0);
      for (ClassifierHit hit : h.hits()) {
        if (rule.watches("classifier") && rule.matches(h, hit, dte)) {
          seen.add(
              Seen.contract(
                      h.subject(),
                      hit.classifier().text(),
                      h.tsNanos(),
                      h.contractId(),
                      h.contract(),
                      hit.direction(),
                      h.premiumMicros(),
                      rule.conditions(name -> Measures.of(name, h, hit, dte)),
                      Wording.doubts(h.quality(), h.insideRatio(), nearAuction))
                  .with(hit));
        }
      }
      if (h.revision() > 0 && rule.watches("classifier")) {
        users.revise(i, h.subject(), seen, h.tsNanos(), fault, TAKEN_BACK, out);
      }
      for (Seen each : seen) {
        users.fire(i, each, fault, perHour, out);
      }
    }
  }

  void watch(ExposureComputed e, String fault, int perHour, Emitter out) {
    for (Crossings.Crossing crossing : crossings.on(e)) {
      for (int i = 0; i < users.size(); i++) {
        if (users.rule(i).watches("exposure") && users.rule(i).matches(e.symbolText(), crossing)) {
          Seen seen =
              new Seen(
                  new EventRef("exposure", out.seq()),
                  crossing.level().replace(' ', '_'),
                  e.tsNanos(),
                  0,
                  e.symbolText(),
                  crossing.level() + " " + Price.format(Math.round(crossing.price() * 1e6)),
                  crossing.direction(),
                  0,
                  List.of(),
                  List.of(),
                  List.of());
          users.fire(i, seen, fault, perHour, out);
        }
      }
    }
  }

  void save(StateWriter out) {
    users.save(out);
    crossings.save(out);
  }

  void load(StateReader in) {
    users.load(in);
    crossings.load(in);
  }
}
