package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of alerts over classifiers and profiles of one underlying.
final class StandardAlerts {
  static final int LIMIT = 256;

  private final List<Alert> open = new ArrayList<>();
  private final Deque<Alert> ended = new ArrayDeque<>();
  private final Openings openings = new Openings();
  private AlertRules rules;
  private Scorer scorer;

  StandardAlerts(AlertRules rules) {
    this.rules = rules;
    this.scorer = new Scorer(rules);
  }

  void use(AlertRules newRules) {
    rules = newRules;
    scorer = new Scorer(newRules);
  }

  /// A hit joins the open alert of its thesis and direction, or opens one. Under a fault it neither
  /// joins nor ends what is open: only what would have opened is said, as suppressed.
  void take(Hit hit, String fault, Emitter out) {
    boolean sound = fault.isEmpty();
    if (sound) {
      contradict(hit, out);
    }
    Alert alert = find(hit.best(), hit.direction());
    if (alert != null && !sound && !alert.isWithheld()) {
      alert.leaveOut(fault);
      return;
    }
    if (alert != null && hit.tsNanos() - alert.lastTsNanos() <= rules.cooldownNanos()) {
      if (sound && alert.isWithheld() && hasRoom(hit) && isWorthy(hit)) {
        remember(alert);
        open(hit, fault, out);
      } else {
        join(alert, hit, out);
      }
      return;
    }
    if (alert != null) {
      end(alert, hit.tsNanos(), "a new one began after the cooldown", out);
    }
    if (isWorthy(hit)) {
      open(hit, fault, out);
    }
  }

  private boolean isWorthy(Hit hit) {
    return scorer.score(hit, hit.premiumMicros()).total() >= rules.openFrom();
  }

  private boolean hasRoom(Hit hit) {
    return openings.within(hit.tsNanos()) < rules.perSymbolHour();
  }

  /// A profile backs the alert that shares evidence with it, but not under a fault; false when there
  /// is none.
  boolean back(List<EventRef> subjects, Hit hit, String fault, Emitter out) {
    for (Alert alert : open) {
      for (EventRef subject : subjects) {
        if (alert.has(subject)) {
          if (!fault.isEmpty()) {
            return true;
          }
          boolean more = !alert.has(hit.subject());
          alert.back(hit.subject());
          if (more && !alert.isWithheld()) {
            say(alert, AlertChange.UPDATED, hit.tsNanos(), "backed by " + hit.best(), out);
          }
          return true;
        }
      }
    }
    return false;
  }

  /// True when an open or ended alert rests on it, or is backed by it.
  boolean has(EventRef subject) {
    for (Alert alert : open) {
      if (alert.has(subject)) {
        return true;
      }
    }
    for (Alert alert : ended) {
      if (!alert.isWithheld() && !alert.isEmpty() && alert.has(subject)) {
        return true;
      }
    }
    return false;
  }

  /// A later word on a subject: better, worse, or nothing left of it. Under a fault only what takes
  /// prints away counts.
  void amend(
      EventRef subject, @Nullable Hit hit, long tsNanos, String fault, String why, Emitter out) {
    List<Alert> all = new ArrayList<>(open);
    all.addAll(ended);
    for (Alert alert : all) {
      boolean less = hit == null || hit.prints() < alert.printsOf(subject);
      if (alert.isEmpty() || !alert.has(subject) || !(fault.isEmpty() || less)) {
        continue;
      }
      if (hit == null) {
        alert.remove(subject);
      } else if (!alert.backing().contains(subject)) {
        alert.add(hit);
      }
      if (alert.isWithheld()) {
        continue;
      }
      if (alert.isEmpty()) {
        out.emit(Wording.emptied(alert, tsNanos, why));
        remember(alert);
      } else {
        say(
            alert,
            open.contains(alert) ? AlertChange.AMENDED : AlertChange.RESOLVED,
            tsNanos,
            why,
            out);
      }
    }
  }

  /// Ends what has been quiet for long enough.
  void close(long watermark, Emitter out) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Alert alert = open.get(i);
      if (alert.lastTsNanos() + rules.quietNanos() <= watermark) {
        end(alert, watermark, "quiet for " + rules.quietNanos() / 60_000_000_000L + " min", out);
      }
    }
  }

  private void open(Hit hit, String fault, Emitter out) {
    boolean full = !hasRoom(hit);
    Alert alert = new Alert(hit, hit.best(), full || !fault.isEmpty());
    for (Alert before : ended) {
      if (before.isNamedAs(alert)) {
        alert.follow(before);
      }
    }
    if (open.size() == LIMIT) {
      end(open.getFirst(), hit.tsNanos(), "more than " + LIMIT + " open", out);
    }
    open.add(alert);
    if (!fault.isEmpty()) {
      say(alert, AlertChange.SUPPRESSED, hit.tsNanos(), fault, out);
    } else if (full) {
      String why =
          rules.perSymbolHour() + " an hour for one symbol; withheld " + openings.withhold();
      say(alert, AlertChange.SUPPRESSED, hit.tsNanos(), why, out);
    } else {
      openings.open(hit.tsNanos());
      say(alert, AlertChange.OPENED, hit.tsNanos(), "", out);
    }
  }

  private void join(Alert alert, Hit hit, Emitter out) {
    Severity before = alert.severity();
    alert.add(hit);
    if (alert.isWithheld()) {
      return;
    }
    grown(alert, before, hit.tsNanos(), out);
  }

  /// Says that an alert grew when it got louder, or by a quarter since it was last said.
  private void grown(Alert alert, Severity before, long tsNanos, Emitter out) {
    Alert.Best best = alert.best(scorer);
    if (best == null) {
      return;
    }
    boolean louder = scorer.severity(best.score().total()).compareTo(before) > 0;
    if (louder || alert.premiumMicros() >= alert.saidPremium() + alert.saidPremium() / 4) {
      String leftOut = alert.takeLeftOut();
      say(alert, louder ? AlertChange.ESCALATED : AlertChange.UPDATED, tsNanos, leftOut, out);
    }
  }

  /// A profile's event grew: its alert may have too. Under a fault it can only shrink.
  void grow(Hit hit, String fault, Emitter out) {
    for (Alert alert : List.copyOf(open)) {
      boolean counts = fault.isEmpty() || hit.prints() < alert.printsOf(hit.subject());
      if (counts && alert.has(hit.subject()) && !alert.backing().contains(hit.subject())) {
        Severity before = alert.severity();
        alert.add(hit);
        if (!alert.isWithheld()) {
          grown(alert, before, hit.tsNanos(), out);
        }
      }
    }
  }

  /// The same thesis the other way, as strong as the open one, ends it.
  private void contradict(Hit hit, Emitter out) {
    if (hit.direction() == Sentiment.NEUTRAL) {
      return;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      Alert alert = open.get(i);
      boolean opposite =
          alert.direction() != Sentiment.NEUTRAL && alert.direction() != hit.direction();
      if (opposite
          && alert.thesis().equals(hit.best())
          && scorer.score(hit, hit.premiumMicros()).total() >= alert.total()) {
        end(alert, hit.tsNanos(), "contradicted", out);
      }
    }
  }

  private void end(Alert alert, long tsNanos, String why, Emitter out) {
    if (!alert.isWithheld() && !alert.isEmpty()) {
      say(alert, AlertChange.RESOLVED, tsNanos, why, out);
    }
    remember(alert);
  }

  /// Keeps what ended, so that the same name begun again counts its revisions on.
  private void remember(Alert alert) {
    open.remove(alert);
    if (!ended.contains(alert)) {
      if (ended.size() == LIMIT) {
        ended.removeFirst();
      }
      ended.addLast(alert);
    }
  }

  private void say(Alert alert, AlertChange change, long tsNanos, String reason, Emitter out) {
    Alert.Best best = alert.best(scorer);
    if (best != null) {
      AlertChanged changed = Wording.change(alert, best, change, tsNanos, reason, scorer);
      out.emit(changed);
    }
  }

  private @Nullable Alert find(String thesis, Sentiment direction) {
    for (Alert alert : open) {
      if (alert.direction() == direction && alert.thesis().equals(thesis)) {
        return alert;
      }
    }
    return null;
  }

  void save(StateWriter out) {
    openings.save(out);
    out.putInt(open.size());
    open.forEach(alert -> SavedAlerts.put(alert, out));
    out.putInt(ended.size());
    ended.forEach(alert -> SavedAlerts.put(alert, out));
  }

  void load(StateReader in) {
    openings.load(in);
    open.clear();
    ended.clear();
    for (int n = in.getInt(); n > 0; n--) {
      open.add(SavedAlerts.take(in));
    }
    for (int n = in.getInt(); n > 0; n--) {
      ended.addLast(SavedAlerts.take(in));
    }
  }
}
