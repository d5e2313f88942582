package io.truetape.testkit;

import io.truetape.model.event.Event;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.tape.TapeReader;
import java.util.ArrayList;
import java.util.List;

/// A tape in a test: text lines in, events out, listings before first use.
public final class Tape {
  private Tape() {}

  /// The events of a tape, each listing ahead of the first event that needs it.
  public static List<Event> events(String text) {
    MemoryIntake intake = new MemoryIntake();
    TapeReader reader = new TapeReader(intake, FeedId.TAPE);
    List<Event> events = new ArrayList<>();
    int listed = 0;
    for (String line : text.lines().toList()) {
      List<Event> read = reader.read(line).stream().toList();
      for (; listed < intake.events().size(); listed++) {
        Event listing = intake.events().get(listed);
        if (listing instanceof SymbolListed || listing instanceof ContractListed) {
          events.add(listing);
        }
      }
      events.addAll(read);
    }
    return events;
  }

  /// What the tape's `=>` lines expect, in order.
  public static List<String> expected(String text) {
    return text.lines().flatMap(line -> TapeReader.expected(line).stream()).toList();
  }
}
