package io.truetape.model.event.derived.strikes;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import java.util.List;

/// The strikes around the money of one underlying's nearest expiry, and the flow in each this
/// session.
///
/// | component | meaning |
/// |---|---|
/// | `tsNanos` | as of: the watermark it was drawn at |
/// | `expiryDay` | the nearest expiry, an epoch day |
/// | `spotMicros` | underlying mid or index level, half up; `spotTsNanos` its time |
/// | `centreMicros` | the strike the window stands on |
/// | `focusMicros` | the operator's hot strike, 0 without one |
/// | `rows` | listed strikes, ascending: three either side of the centre, and the hot zone |
public record StrikeBoard(
    long tsNanos,
    int symbol,
    String symbolText,
    int expiryDay,
    long spotMicros,
    long spotTsNanos,
    long centreMicros,
    long focusMicros,
    List<StrikeRow> rows)
    implements DerivedEvent {
  public StrikeBoard {
    rows = List.copyOf(rows);
  }

  @Override
  public EventKind kind() {
    return EventKind.STRIKE_BOARD;
  }
}
