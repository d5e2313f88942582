package io.truetape.model.event.derived.meaning;

/// Why no profile is named although one fits best.
public enum Abstention {
  FIT_TOO_LOW("the best fit is too low"),
  MARGIN_TOO_SMALL("two profiles fit about equally well"),
  EVIDENCE_TOO_WEAK("the evidence is too weak"),
  PENALTY_TOO_HIGH("too much speaks against it"),
  WITHDRAWN("its prints were taken back");

  private final String text;

  Abstention(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
