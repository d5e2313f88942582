package io.truetape.model.event.derived.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// Prints that seem to belong to one intention, and the styles of participant that would fit.
///
/// | component | meaning |
/// |---|---|
/// | `eventSeq` | log position of its first print: its name everywhere |
/// | `revision` | counts up while packets join; the highest is the truth; `closed` on the last |
/// | `subjects` | its packets or structures, by name, at most 64; `subjectCount` of them in all |
/// | `prints` | its prints, at most 256; `features.prints` of them in all |
/// | `scores` | all six profiles, best first |
/// | `primary` | UNCLEAR when it abstained, with `abstentions` saying why |
/// | `suppressed` | reason codes of every penalty that counted |
public record SmartMoneyEvent(
    long tsNanos,
    long eventSeq,
    int revision,
    boolean closed,
    String underlying,
    int contractId,
    Contract contract,
    long fromTsNanos,
    long toTsNanos,
    List<EventRef> subjects,
    int subjectCount,
    List<Long> prints,
    ProfileFeatures features,
    List<ProfileScore> scores,
    Profile primary,
    double confidence,
    Band band,
    Sentiment direction,
    List<Abstention> abstentions,
    List<Reason> suppressed)
    implements DerivedEvent {
  public SmartMoneyEvent {
    subjects = List.copyOf(subjects);
    prints = List.copyOf(prints);
    scores = List.copyOf(scores);
    abstentions = List.copyOf(abstentions);
    suppressed = List.copyOf(suppressed);
  }

  public boolean abstained() {
    return primary == Profile.UNCLEAR;
  }

  @Override
  public EventKind kind() {
    return EventKind.SMART_MONEY_EVENT;
  }
}
