package io.truetape.model.event.derived.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.id.EventRef;
import io.truetape.model.symbol.Contract;

/// The next published open interest, held against a reading of opening or closing.
///
/// `openShare` = (volume + change of open interest) / (2 x volume), clamped to [0, 1]: the share of
/// the day's volume that opened positions. `confirmed` says whether the reading was right by it.
public record OpenShareVerdict(
    long tsNanos,
    EventRef subject,
    Classifier classifier,
    int contractId,
    Contract contract,
    long volume,
    long openInterestBefore,
    long openInterestAfter,
    int asOfDay,
    double openShare,
    boolean confirmed)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.OPEN_SHARE_VERDICT;
  }
}
