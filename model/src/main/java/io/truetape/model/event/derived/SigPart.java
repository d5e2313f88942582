package io.truetape.model.event.derived;

/// The components of sigScore. Source: docs/methods/sigscore.md.
public enum SigPart {
  VALUE_PERCENTILE("valuePctile"),
  VOL_OI("volOiNorm"),
  REPEAT("repeatNorm"),
  OTM("otmNorm"),
  SIDE_CONFIDENCE("sideConfidence");

  private final String text;

  SigPart(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public int bit() {
    return 1 << ordinal();
  }
}
