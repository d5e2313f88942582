package io.truetape.server.view;

import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.meaning.AlertMark;
import io.truetape.store.query.meaning.AlertMarks;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactName;
import java.time.Clock;
import java.time.Instant;

/// An alert with what people said of it: `acked`, `ackedAt`, `muted`, `mutedUntil`.
///
/// `mutedUntil` is null while it is not muted, and when it is muted for good.
public final class AlertJson {
  private final FactJson rows;
  private final AlertMarks marks;
  private final SessionClock clock;
  private final Clock wall;

  public AlertJson(FactJson rows, AlertMarks marks, SessionClock clock, Clock wall) {
    this.rows = rows;
    this.marks = marks;
    this.clock = clock;
    this.wall = wall;
  }

  public String row(Fact fact) {
    Json out = new Json(4_096);
    row(out, fact);
    return out.toString();
  }

  public void row(Json out, Fact fact) {
    AlertChanged alert = (AlertChanged) fact.event();
    AlertMark mark = marks.of(FactName.of(alert).text());
    out.open();
    rows.fields(out, fact);
    out.field("acked", mark.ackedNanos() > 0).name("ackedAt");
    time(out, mark.ackedNanos());
    boolean muted = isMuted(alert);
    out.field("muted", muted).name("mutedUntil");
    time(out, muted && mark.mutedUntilNanos() != Long.MAX_VALUE ? mark.mutedUntilNanos() : 0);
    out.close();
  }

  /// True while a person keeps this alert from the channel.
  public boolean isMuted(AlertChanged alert) {
    Instant now = wall.instant();
    long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
    return marks.of(FactName.of(alert).text()).isMuted(nanos);
  }

  private void time(Json out, long nanos) {
    if (nanos == 0) {
      out.none();
    } else {
      out.text(clock.format(nanos));
    }
  }
}
