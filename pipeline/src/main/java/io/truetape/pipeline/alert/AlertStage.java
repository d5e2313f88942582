package io.truetape.pipeline.alert;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.List;

/// Turns hits and profiles into alerts with a life, and runs the users' rules.
public final class AlertStage implements Stage {
  private static final int OPEN_UNTIL = 571;
  private static final int CLOSE_FROM = 958;
  private static final int CLOSE_UNTIL = 960;

  private final SessionClock clock;
  private final FeedHealth feeds = new FeedHealth();
  private final UserRules users = new UserRules();
  private final Crossings crossings = new Crossings();
  private AlertRules rules = AlertRules.standard();
  private final StandardAlerts alerts = new StandardAlerts(rules);

  public AlertStage(SessionClock clock) {
    this.clock = clock;
  }

  @Override
  public StageId id() {
    return StageId.ALERT;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.FLOW_PACKET,
            EventKind.STRUCTURE_FOUND,
            EventKind.SMART_MONEY_EVENT,
            EventKind.CLASSIFIER_HITS,
            EventKind.EXPOSURE_COMPUTED,
            EventKind.WATERMARK,
            EventKind.FEED_STATUS,
            EventKind.FEED_SILENCE,
            EventKind.GAP,
            EventKind.RULES_ACTIVATED,
            EventKind.USER_RULE_ACTIVATED)
        .emitting(EventKind.ALERT_CHANGED);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> watch(print, out);
      case FlowPacket packet -> watch(packet, out);
      case StructureFound found -> watch(found, out);
      case ClassifierHits hits -> take(hits, out);
      case SmartMoneyEvent profile -> take(profile, out);
      case ExposureComputed computed -> watch(computed, out);
      case Watermark mark -> alerts.close(mark.tsNanos(), out);
      case FeedStatus status -> feeds.on(status);
      case FeedSilence silence -> feeds.on(silence);
      case Gap gap -> feeds.on(gap);
      case UserRuleActivated activated -> users.on(activated);
      case RulesActivated activated -> {
        rules = AlertRules.from(activated.values());
        alerts.use(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  /// What a subject's hits alone would score under these rules; `hits` must hold one at least. For
  /// comparing rule sets. Pure.
  public static AlertScore score(SessionClock clock, ClassifierHits hits, List<RuleValue> values) {
    Hit hit = Hit.of(hits, isNearAuction(clock, hits.tsNanos()));
    return new Scorer(AlertRules.from(values)).score(hit, hit.premiumMicros());
  }

  /// The same of a profile.
  public static AlertScore score(SessionClock clock, SmartMoneyEvent e, List<RuleValue> values) {
    Hit hit = Hit.of(e, isNearAuction(clock, e.tsNanos()));
    return new Scorer(AlertRules.from(values)).score(hit, hit.premiumMicros());
  }

  private void take(ClassifierHits hits, Emitter out) {
    boolean near = isNearAuction(clock, hits.tsNanos());
    Hit hit = hits.hits().isEmpty() ? null : Hit.of(hits, near);
    if (hits.revision() > 0) {
      boolean less = hit == null;
      String why = less ? "a print behind it was taken back" : "what is known of it changed";
      alerts.amend(hits.subject(), hit, hits.tsNanos(), why, out);
      return;
    }
    if (hit != null) {
      String fault = feeds.fault(hits.tsNanos());
      alerts.take(hit, fault, out);
      watch(hits, fault, out);
    }
  }

  private void take(SmartMoneyEvent e, Emitter out) {
    EventRef self = new EventRef("smart-money", e.eventSeq());
    Hit hit = e.abstained() ? null : Hit.of(e, isNearAuction(clock, e.tsNanos()));
    if (hit != null) {
      watch(e, self, out);
    }
    if (e.revision() > 0 && alerts.has(self)) {
      if (hit == null) {
        alerts.amend(self, null, e.tsNanos(), "the profile abstains now", out);
      } else {
        alerts.grow(hit, out);
      }
      return;
    }
    if (hit != null && !alerts.back(e.subjects(), hit, out) && e.band() == Band.HIGH) {
      alerts.take(hit, feeds.fault(e.tsNanos()), out);
    }
  }

  private void watch(SmartMoneyEvent e, EventRef self, Emitter out) {
    for (int i = 0; i < users.size(); i++) {
      if (users.rule(i).watches("profile") && users.rule(i).matches(e)) {
        UserRules.Seen seen =
            UserRules.Seen.contract(
                self,
                e.primary().text(),
                e.tsNanos(),
                e.contractId(),
                e.contract(),
                e.direction(),
                e.features().premiumMicros(),
                List.of());
        users.fire(i, seen, feeds.fault(e.tsNanos()), rules.perSymbolHour(), out);
      }
    }
  }

  private void watch(ChippedPrint p, Emitter out) {
    for (int i = 0; i < users.size(); i++) {
      if (users.rule(i).watches("print")
          && users.rule(i).matches(p)
          && users.completes(i, p.print().contract(), p.tsNanos())) {
        UserRules.Seen seen =
            UserRules.Seen.contract(
                new EventRef("print", p.printSeq()),
                "print",
                p.tsNanos(),
                p.print().contract(),
                p.contract(),
                p.measured().sentiment(),
                p.measured().premiumMicros(),
                List.of());
        users.fire(i, seen, feeds.fault(p.tsNanos()), rules.perSymbolHour(), out);
      }
    }
  }

  private void watch(FlowPacket p, Emitter out) {
    for (int i = 0; i < users.size(); i++) {
      if (p.revision() == 0 && users.rule(i).watches("packet") && users.rule(i).matches(p)) {
        UserRules.Seen seen =
            UserRules.Seen.contract(
                new EventRef("packet", p.packetSeq()),
                "packet",
                p.tsNanos(),
                p.contractId(),
                p.contract(),
                Sentiment.NEUTRAL,
                p.tape().premiumMicros(),
                List.of());
        users.fire(i, seen, feeds.fault(p.tsNanos()), rules.perSymbolHour(), out);
      }
    }
  }

  private void watch(StructureFound s, Emitter out) {
    for (int i = 0; i < users.size(); i++) {
      if (users.rule(i).watches("structure") && users.rule(i).matches(s)) {
        UserRules.Seen seen =
            UserRules.Seen.contract(
                new EventRef("structure", s.structureSeq()),
                s.type().text(),
                s.tsNanos(),
                s.legs().getFirst().contractId(),
                s.legs().getFirst().contract(),
                s.direction(),
                s.premiumMicros(),
                List.of());
        users.fire(i, seen, feeds.fault(s.tsNanos()), rules.perSymbolHour(), out);
      }
    }
  }

  private void watch(ClassifierHits h, String fault, Emitter out) {
    int day = clock.dayAt(h.tsNanos()).day();
    int dte = h.contract().expiryDay() - day;
    for (int i = 0; i < users.size(); i++) {
      for (ClassifierHit hit : h.hits()) {
        if (users.rule(i).watches("classifier") && users.rule(i).matches(h, hit, dte)) {
          UserRules.Seen seen =
              UserRules.Seen.contract(
                  h.subject(),
                  hit.classifier().text(),
                  h.tsNanos(),
                  h.contractId(),
                  h.contract(),
                  hit.direction(),
                  h.premiumMicros(),
                  List.of(hit));
          users.fire(i, seen, fault, rules.perSymbolHour(), out);
        }
      }
    }
  }

  private void watch(ExposureComputed e, Emitter out) {
    for (Crossings.Crossing crossing : crossings.on(e)) {
      for (int i = 0; i < users.size(); i++) {
        if (users.rule(i).watches("exposure") && users.rule(i).matches(e.symbolText(), crossing)) {
          UserRules.Seen seen =
              new UserRules.Seen(
                  new EventRef("exposure", out.seq()),
                  crossing.level().replace(' ', '_'),
                  e.tsNanos(),
                  0,
                  e.symbolText(),
                  crossing.level() + " " + Price.format(Math.round(crossing.price() * 1e6)),
                  crossing.direction(),
                  0,
                  List.of());
          users.fire(i, seen, feeds.fault(e.tsNanos()), rules.perSymbolHour(), out);
        }
      }
    }
  }

  /// The first minute of the regular session, and its last two.
  private static boolean isNearAuction(SessionClock clock, long tsNanos) {
    int minute = clock.dayAt(tsNanos).minuteOfDay(tsNanos);
    return (minute >= OPEN_UNTIL - 1 && minute < OPEN_UNTIL)
        || (minute >= CLOSE_FROM && minute < CLOSE_UNTIL);
  }

  @Override
  public void save(StateWriter out) {
    feeds.save(out);
    users.save(out);
    crossings.save(out);
    alerts.save(out);
  }

  @Override
  public void load(StateReader in) {
    feeds.load(in);
    users.load(in);
    crossings.load(in);
    alerts.load(in);
  }
}
