package io.truetape.feed.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import io.truetape.model.tape.TapeNames;
import io.truetape.model.tape.TapeReader;
import io.truetape.model.tape.TapeWriter;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.Property;
import io.truetape.testkit.Property.Gen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeProperties {
  @Test
  void everyEventComesBackEqualFromItsLine() {
    Property.forAll("tape round trip", 60, this::roundTrip);
  }

  private void roundTrip(Gen gen) {
    MemoryIntake from = new MemoryIntake();
    RandomEvents random = new RandomEvents(gen, from);
    List<Event> drawn = new ArrayList<>();
    for (int i = 0; i < gen.size(); i++) {
      for (EventKind kind : EventKind.values()) {
        if (kind.code() > 2 && kind.code() < 100) {
          drawn.add(random.event(kind));
        }
      }
    }
    List<Event> written = new ArrayList<>(from.events());
    written.addAll(drawn);
    assertThat(read(write(written))).isEqualTo(written);
  }

  private static String write(List<Event> events) {
    TapeNames names = new TapeNames();
    TapeWriter writer = new TapeWriter(names);
    StringBuilder out = new StringBuilder();
    for (Event event : events) {
      names.on(event);
      out.append(writer.write(event));
    }
    return out.toString();
  }

  private static List<Event> read(String tape) {
    TapeReader reader = new TapeReader(new MemoryIntake(), FeedId.TAPE);
    List<Event> events = new ArrayList<>();
    for (String line : tape.split("\n")) {
      reader.read(line).ifPresent(events::add);
    }
    return events;
  }

  @Test
  void theFirstNumbersOfAListingAreThoseOfTheReader() {
    MemoryIntake intake = new MemoryIntake();
    TapeReader reader = new TapeReader(intake, FeedId.TAPE);
    assertThat(reader.read("- symbol #1 SPY etf")).isPresent();
    assertThat(reader.read("- contract #1 of #1 SPY 260116C00600")).isPresent();
    assertThat(intake.events())
        .extracting(SourceEvent::kind)
        .containsExactly(EventKind.SYMBOL_LISTED, EventKind.CONTRACT_LISTED);
  }
}
