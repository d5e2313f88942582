package io.truetape.pipeline;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.tape.TapeNames;
import io.truetape.model.tape.TapeWriter;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.Tape;
import java.util.ArrayList;
import java.util.List;

/// All rooms over a tape of one underlying; what they conclude, as events or as tape words.
public final class Rooms {
  private final List<DerivedEvent> conclusions = new ArrayList<>();

  private Rooms(String tape) {
    Lane lane = new Lane(1, "SPY", new StandardPipeline(SessionClock.standard()).stages(1, "SPY"));
    long seq = 0;
    for (Event event : Tape.events(tape)) {
      lane.on(++seq, event, (_, conclusion) -> conclusions.add(conclusion));
    }
  }

  public static Rooms over(String tape) {
    return new Rooms(tape);
  }

  /// Conclusions of one kind, in order.
  public <T extends DerivedEvent> List<T> all(Class<T> type) {
    return conclusions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Conclusions of one kind in the tape's words, without the arrow.
  public List<String> words(EventKind kind) {
    TapeWriter writer = new TapeWriter(new TapeNames());
    return conclusions.stream()
        .filter(c -> c.kind() == kind)
        .map(c -> writer.derived(c).substring(3))
        .toList();
  }
}
