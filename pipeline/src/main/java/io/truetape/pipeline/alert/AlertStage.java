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
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.EventRef;
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
  private final UserWatch users;
  private AlertRules rules = AlertRules.standard();
  private final StandardAlerts alerts = new StandardAlerts(rules);

  public AlertStage(SessionClock clock) {
    this.clock = clock;
    this.users = new UserWatch(clock);
  }

  @Override
  public StageId id() {
    return StageId.ALERT;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.AMENDED,
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
      case ChippedPrint print -> users.watch(print, feeds, rules.perSymbolHour(), out);
      case Amended amended -> users.takeBack(amended, out);
      case FlowPacket packet -> {
        boolean near = isNearAuction(clock, packet.tsNanos());
        users.watch(packet, near, feeds.fault(packet.tsNanos()), rules.perSymbolHour(), out);
      }
      case StructureFound found ->
          users.watch(found, feeds.fault(found.tsNanos()), rules.perSymbolHour(), out);
      case ClassifierHits hits -> take(hits, out);
      case SmartMoneyEvent profile -> take(profile, out);
      case ExposureComputed computed ->
          users.watch(computed, feeds.fault(computed.tsNanos()), rules.perSymbolHour(), out);
      case Watermark mark -> {
        alerts.close(mark.tsNanos(), out);
        users.close(mark.tsNanos(), rules.quietNanos(), out);
      }
      case FeedStatus status -> feeds.on(status);
      case FeedSilence silence -> feeds.on(silence);
      case Gap gap -> feeds.on(gap);
      case UserRuleActivated activated -> users.on(activated, out);
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
    String fault = feeds.fault(hits.tsNanos());
    if (hits.revision() > 0) {
      boolean less = hit == null;
      String why = less ? "a print behind it was taken back" : "what is known of it changed";
      alerts.amend(hits.subject(), hit, hits.tsNanos(), fault, why, out);
    } else if (hit != null && !isFollowUpAlone(hits)) {
      alerts.take(hit, fault, out);
    }
    users.watch(hits, near, fault, rules.perSymbolHour(), out);
  }

  /// What did not move the underlying is no alert by itself.
  private static boolean isFollowUpAlone(ClassifierHits hits) {
    return hits.hits().size() == 1
        && hits.hits().getFirst().classifier() == Classifier.NO_FOLLOW_THROUGH;
  }

  private void take(SmartMoneyEvent e, Emitter out) {
    boolean near = isNearAuction(clock, e.tsNanos());
    String fault = feeds.fault(e.tsNanos());
    Hit hit = e.abstained() ? null : Hit.of(e, near);
    boolean withdrawn = e.abstentions().contains(Abstention.WITHDRAWN);
    EventRef self = new EventRef("smart-money", e.eventSeq());
    if (e.revision() > 0 && alerts.has(self)) {
      if (hit != null) {
        alerts.grow(hit, fault, out);
      } else if (withdrawn || fault.isEmpty()) {
        String why = withdrawn ? "a print behind it was taken back" : "the profile abstains now";
        alerts.amend(self, null, e.tsNanos(), fault, why, out);
      }
    } else if (hit != null
        && !alerts.back(e.subjects(), hit, fault, out)
        && e.band() == Band.HIGH) {
      alerts.take(hit, fault, out);
    }
    if (!e.abstained() || withdrawn || fault.isEmpty()) {
      users.watch(e, near, fault, rules.perSymbolHour(), out);
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
    alerts.save(out);
  }

  @Override
  public void load(StateReader in) {
    feeds.load(in);
    users.load(in);
    alerts.load(in);
  }
}
