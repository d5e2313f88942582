package io.truetape.app.ops;

import io.truetape.engine.log.LogReader;
import io.truetape.model.event.Entry;
import java.util.ArrayList;
import java.util.List;

/// Reads a log in batches of at most [#SIZE] entries.
public final class Batches {
  static final int SIZE = 4_096;

  private Batches() {}

  /// The next entries up to and including `lastSeq`; empty at the end of what is there.
  public static List<Entry> next(LogReader reader, long lastSeq) {
    List<Entry> batch = new ArrayList<>(SIZE);
    while (batch.size() < SIZE && reader.expectedSeq() <= lastSeq && reader.next()) {
      batch.add(reader.entry());
    }
    return batch;
  }
}
