package io.truetape.model.event.derived.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import java.util.List;

/// An alert opened, grew, got louder or quieter, or ended. The highest `revision` is the truth.
///
/// | component | meaning |
/// |---|---|
/// | `alertSeq` | log position of the first print behind it; with `rule`, `thesis` and `direction` its name everywhere |
/// | `rule` | `standard`, or the id of a user's rule |
/// | `thesis` | classifier, profile, structure, level, `print` or `packet` |
/// | `score`, `peak` | now, and the highest it ever was; zero for user rules |
/// | `count`, `premiumMicros` | hits joined so far and their premium |
/// | `evidence` | packets, structures, events and prints behind it, at most 64 |
/// | `counter` | what speaks against it, in words |
/// | `nearest` | the passed conditions nearest to failing: without them it would not have fired |
/// | `reason` | why it was suppressed, resolved or amended; empty otherwise |
public record AlertChanged(
    long tsNanos,
    long alertSeq,
    String rule,
    int revision,
    AlertChange change,
    String underlying,
    String thesis,
    Sentiment direction,
    int contractId,
    String contractText,
    Severity severity,
    AlertScore score,
    double peak,
    int count,
    long premiumMicros,
    long openedTsNanos,
    String why,
    List<EventRef> evidence,
    List<ClassifierHit> hits,
    List<String> counter,
    List<Condition> nearest,
    String reason)
    implements DerivedEvent {
  public AlertChanged {
    evidence = List.copyOf(evidence);
    hits = List.copyOf(hits);
    counter = List.copyOf(counter);
    nearest = List.copyOf(nearest);
  }

  /// True while it is neither resolved nor suppressed.
  public boolean isOpen() {
    return change != AlertChange.RESOLVED && change != AlertChange.SUPPRESSED;
  }

  @Override
  public EventKind kind() {
    return EventKind.ALERT_CHANGED;
  }
}
