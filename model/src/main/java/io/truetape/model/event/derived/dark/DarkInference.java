package io.truetape.model.event.derived.dark;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import java.util.List;

/// What a group of off-exchange prints suggests, with how much and on what evidence.
///
/// | component | meaning |
/// |---|---|
/// | `tsNanos` | when it could first be said: the last print, or the end of the follow-up window |
/// | `confidence` | [0, 1], a rule's grade, not a frequency |
/// | `fromNanos`, `toNanos` | evidence window, both ends included |
/// | `size`, `notionalMicros` | shares and micro-dollars of the evidence |
/// | `lowMicros`, `highMicros` | its price range |
/// | `moveMicros` | absorbed_block: how far the mid went in the follow-up window; else 0 |
/// | `prints` | how many prints the evidence has |
/// | `evidence` | their log positions, the latest [#EVIDENCE_LIMIT] at most |
public record DarkInference(
    long tsNanos,
    int symbol,
    String symbolText,
    DarkKind darkKind,
    double confidence,
    long fromNanos,
    long toNanos,
    long size,
    long notionalMicros,
    long lowMicros,
    long highMicros,
    long moveMicros,
    int prints,
    List<Long> evidence)
    implements DerivedEvent {
  public static final int EVIDENCE_LIMIT = 64;

  public DarkInference {
    evidence = List.copyOf(evidence);
  }

  @Override
  public EventKind kind() {
    return EventKind.DARK_INFERENCE;
  }
}
