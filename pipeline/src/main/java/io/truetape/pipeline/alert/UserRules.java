package io.truetape.pipeline.alert;

import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
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
  private final List<Recurrence> recurrences = new ArrayList<>();

  void on(UserRuleActivated activated) {
    int known = indexOf(activated.ruleId());
    if (!activated.active()) {
      if (known >= 0) {
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
      rules.set(known, rule);
      if (!same) {
        recurrences.set(known, recurrence(rule));
      }
    } else if (rules.size() < LIMIT) {
      rules.add(rule);
      openings.add(new Openings());
      recurrences.add(recurrence(rule));
    }
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

  /// What was seen, in a user rule's alert.
  record Seen(
      EventRef subject,
      String thesis,
      long tsNanos,
      int contractId,
      String underlying,
      String contractText,
      Sentiment direction,
      long premiumMicros,
      List<ClassifierHit> hits) {
    static Seen contract(
        EventRef subject,
        String thesis,
        long tsNanos,
        int contractId,
        Contract contract,
        Sentiment direction,
        long premiumMicros,
        List<ClassifierHit> hits) {
      return new Seen(
          subject,
          thesis,
          tsNanos,
          contractId,
          contract.underlying(),
          Osi.unpadded(contract),
          direction,
          premiumMicros,
          hits);
    }
  }

  /// Opens an alert, once for a subject and thesis of the last hundreds.
  void fire(int i, Seen seen, String fault, int perHour, Emitter out) {
    UserRule rule = rules.get(i);
    Openings opened = openings.get(i);
    if (!opened.isFirst(seen.subject().seq(), seen.thesis())) {
      return;
    }
    boolean full = opened.within(seen.tsNanos()) >= perHour;
    String reason = fault;
    if (reason.isEmpty() && full) {
      reason = perHour + " an hour for one rule and symbol; withheld " + opened.withhold();
    }
    if (reason.isEmpty()) {
      opened.open(seen.tsNanos());
    }
    out.emit(
        new AlertChanged(
            seen.tsNanos(),
            seen.subject().seq(),
            rule.id(),
            0,
            reason.isEmpty() ? AlertChange.OPENED : AlertChange.SUPPRESSED,
            seen.underlying(),
            seen.thesis(),
            seen.direction(),
            seen.contractId(),
            seen.contractText(),
            Severity.MEDIUM,
            new AlertScore(0, 0, 0, 0, 0, 0),
            0,
            1,
            seen.premiumMicros(),
            seen.tsNanos(),
            "Your rule: " + rule.content(),
            List.of(seen.subject()),
            seen.hits(),
            List.of(),
            List.of(),
            reason));
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
      recurrences.get(i).save(out);
    }
  }

  void load(StateReader in) {
    rules.clear();
    openings.clear();
    recurrences.clear();
    for (int n = in.getInt(); n > 0; n--) {
      UserRule rule = UserRule.parse(in.getText(), in.getText(), in.getText());
      rules.add(rule);
      Openings opened = new Openings();
      opened.load(in);
      openings.add(opened);
      Recurrence recurrence = recurrence(rule);
      recurrence.load(in);
      recurrences.add(recurrence);
    }
  }
}
