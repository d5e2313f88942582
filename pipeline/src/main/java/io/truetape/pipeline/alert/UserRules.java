package io.truetape.pipeline.alert;

import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.id.EventRef;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// The users' rules in force, in the order they came. At most [#LIMIT]; a rule that cannot be read or
/// is one too many is not taken, and what was there stays.
final class UserRules {
  static final int LIMIT = 64;

  private final List<UserRule> rules = new ArrayList<>();
  private final List<Openings> openings = new ArrayList<>();
  private final List<UserAlerts> alerts = new ArrayList<>();
  private final List<Recurrence> recurrences = new ArrayList<>();

  void on(UserRuleActivated activated, Emitter out) {
    int known = indexOf(activated.ruleId());
    if (!activated.active()) {
      if (known >= 0) {
        end(known, activated, "the rule was switched off", out);
        alerts.remove(known);
        rules.remove(known);
        openings.remove(known);
        recurrences.remove(known);
      }
      return;
    }
    UserRule rule;
    try {
      rule = UserRule.parse(activated.ruleId(), activated.owner(), activated.content());
    } catch (BadInput e) {
      return;
    }
    if (known >= 0) {
      boolean same = rules.get(known).content().equals(rule.content());
      if (!same) {
        end(known, activated, "the rule was changed", out);
      }
      rules.set(known, rule);
      if (!same) {
        recurrences.set(known, recurrence(rule));
      }
    } else if (rules.size() < LIMIT) {
      rules.add(rule);
      openings.add(new Openings());
      alerts.add(new UserAlerts());
      recurrences.add(recurrence(rule));
    }
  }

  private void end(int i, UserRuleActivated by, String why, Emitter out) {
    alerts.get(i).endAll(rules.get(i), by.tsNanos(), why, out);
  }

  private static Recurrence recurrence(UserRule rule) {
    return new Recurrence(rule.count(), rule.withinNanos());
  }

  /// True when a match of rule `i` completes the count it asks for.
  boolean completes(int i, int contract, long tsNanos) {
    return recurrences.get(i).completes(contract, tsNanos);
  }

  /// Rules that watch this kind of event; the caller tests each and fires it.
  boolean isEmpty() {
    return rules.isEmpty();
  }

  int size() {
    return rules.size();
  }

  UserRule rule(int i) {
    return rules.get(i);
  }

  /// Something met rule `i`: opens an alert, once for a subject, thesis and direction of the last
  /// hundreds.
  void fire(int i, Seen seen, String fault, int perHour, Emitter out) {
    Openings opened = openings.get(i);
    if (!opened.isFirst(seen.subject().seq(), seen.thesis() + " " + seen.direction())) {
      return;
    }
    boolean full = opened.within(seen.tsNanos()) >= perHour;
    String reason = fault;
    if (reason.isEmpty() && full) {
      reason = perHour + " an hour for one rule and symbol; withheld " + opened.withhold();
    }
    if (!reason.isEmpty()) {
      UserAlerts.suppress(rules.get(i), seen, reason, out);
      return;
    }
    opened.open(seen.tsNanos());
    alerts.get(i).open(rules.get(i), seen, out);
  }

  /// A later word on a subject: `now` is what of it meets rule `i` still. Resolves the rest.
  void revise(
      int i,
      EventRef subject,
      List<Seen> now,
      long tsNanos,
      String fault,
      String why,
      Emitter out) {
    UserAlerts open = alerts.get(i);
    now.forEach(seen -> open.restate(rules.get(i), seen, why, fault.isEmpty(), out));
    open.keepOnly(rules.get(i), subject, now, tsNanos, why, out);
  }

  /// Resolves what was quiet for long enough.
  void close(long watermark, long quietNanos, Emitter out) {
    for (int i = 0; i < rules.size(); i++) {
      alerts.get(i).close(rules.get(i), watermark, quietNanos, out);
    }
  }

  private int indexOf(String id) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  void save(StateWriter out) {
    out.putInt(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      out.putText(rules.get(i).id());
      out.putText(rules.get(i).owner());
      out.putText(rules.get(i).content());
      openings.get(i).save(out);
      alerts.get(i).save(out);
      recurrences.get(i).save(out);
    }
  }

  void load(StateReader in) {
    rules.clear();
    openings.clear();
    alerts.clear();
    recurrences.clear();
    for (int n = in.getInt(); n > 0; n--) {
      UserRule rule = UserRule.parse(in.getText(), in.getText(), in.getText());
      rules.add(rule);
      Openings opened = new Openings();
      opened.load(in);
      openings.add(opened);
      UserAlerts open = new UserAlerts();
      open.load(in);
      alerts.add(open);
      Recurrence recurrence = recurrence(rule);
      recurrence.load(in);
      recurrences.add(recurrence);
    }
  }
}
