package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Open alerts of one user's rule, the one heard of longest ago first. At most [#LIMIT]; one more
/// resolves the first.
final class UserAlerts {
  static final int LIMIT = 256;

  /// An alert as it was said last.
  private record Said(Seen seen, int revision, long openedTsNanos) {}

  private final Deque<Said> open = new ArrayDeque<>();

  void open(UserRule rule, Seen seen, Emitter out) {
    if (open.size() == LIMIT) {
      Said first = open.removeFirst();
      resolve(rule, first, seen.tsNanos(), "more than " + LIMIT + " open", out);
    }
    Said said = new Said(seen, 0, seen.tsNanos());
    open.addLast(said);
    out.emit(change(rule, said, AlertChange.OPENED, seen.tsNanos(), 1, ""));
  }

  /// Says what was not opened, and why.
  static void suppress(UserRule rule, Seen seen, String reason, Emitter out) {
    Said said = new Said(seen, 0, seen.tsNanos());
    out.emit(change(rule, said, AlertChange.SUPPRESSED, seen.tsNanos(), 1, reason));
  }

  /// A later word on something that still meets the rule: said when its premium fell, or grew by a
  /// quarter and `mayGrow`. Nothing when no such alert is open.
  void restate(UserRule rule, Seen now, String why, boolean mayGrow, Emitter out) {
    Said said = find(now);
    if (said == null) {
      return;
    }
    long before = said.seen().premiumMicros();
    boolean less = now.premiumMicros() < before;
    if (less || (mayGrow && before > 0 && now.premiumMicros() >= before + before / 4)) {
      Said next = new Said(now, said.revision() + 1, said.openedTsNanos());
      open.remove(said);
      open.addLast(next);
      AlertChange change = less ? AlertChange.AMENDED : AlertChange.UPDATED;
      out.emit(change(rule, next, change, now.tsNanos(), 1, less ? why : ""));
    }
  }

  private @Nullable Said find(Seen now) {
    for (Said said : open) {
      if (said.seen().isNamedAs(now)) {
        return said;
      }
    }
    return null;
  }

  /// Resolves the alerts on a subject that are not among those that still meet the rule.
  void keepOnly(
      UserRule rule, EventRef subject, List<Seen> now, long tsNanos, String why, Emitter out) {
    List<Said> gone = new ArrayList<>(0);
    for (Iterator<Said> i = open.iterator(); i.hasNext(); ) {
      Said said = i.next();
      boolean stays =
          !said.seen().subject().equals(subject)
              || now.stream().anyMatch(seen -> seen.isNamedAs(said.seen()));
      if (!stays) {
        i.remove();
        gone.add(said);
      }
    }
    gone.forEach(said -> resolve(rule, said, tsNanos, why, out));
  }

  /// Resolves what was quiet for long enough.
  void close(UserRule rule, long watermark, long quietNanos, Emitter out) {
    for (Said first = open.peekFirst();
        first != null && first.seen().tsNanos() + quietNanos <= watermark;
        first = open.peekFirst()) {
      open.removeFirst();
      String why = "quiet for " + quietNanos / 60_000_000_000L + " min";
      int revision = first.revision() + 1;
      Said last = new Said(first.seen(), revision, first.openedTsNanos());
      out.emit(change(rule, last, AlertChange.RESOLVED, watermark, 1, why));
    }
  }

  void endAll(UserRule rule, long tsNanos, String why, Emitter out) {
    open.forEach(said -> resolve(rule, said, tsNanos, why, out));
    open.clear();
  }

  private static void resolve(UserRule rule, Said said, long tsNanos, String why, Emitter out) {
    Said last = new Said(said.seen(), said.revision() + 1, said.openedTsNanos());
    out.emit(change(rule, last, AlertChange.RESOLVED, tsNanos, 0, why));
  }

  private static AlertChanged change(
      UserRule rule, Said said, AlertChange change, long tsNanos, int count, String reason) {
    Seen seen = said.seen();
    return new AlertChanged(
        tsNanos,
        seen.subject().seq(),
        rule.id(),
        said.revision(),
        change,
        seen.underlying(),
        seen.thesis(),
        seen.direction(),
        seen.contractId(),
        seen.contractText(),
        Severity.MEDIUM,
        new AlertScore(0, 0, 0, 0, 0, 0),
        0,
        count,
        count * seen.premiumMicros(),
        said.openedTsNanos(),
        "Your rule: " + rule.content(),
        List.of(seen.subject()),
        seen.hits(),
        seen.counter(),
        Wording.nearestOf(new ArrayList<>(seen.conditions())),
        reason);
  }

  void save(StateWriter out) {
    out.putInt(open.size());
    for (Said said : open) {
      said.seen().save(out);
      out.putInt(said.revision());
      out.putLong(said.openedTsNanos());
    }
  }

  void load(StateReader in) {
    open.clear();
    for (int n = in.getInt(); n > 0; n--) {
      open.addLast(new Said(Seen.load(in), in.getInt(), in.getLong()));
    }
  }
}
