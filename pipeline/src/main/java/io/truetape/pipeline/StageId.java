package io.truetape.pipeline;

/// The rooms, in the order of thought. The text is written to snapshots and digests.
public enum StageId {
  NORMALIZE("normalize"),
  NBBO("nbbo"),
  SIDE("side"),
  GREEKS("greeks"),
  STATS("stats"),
  METRICS("metrics"),
  CHIPS("chips"),
  CANDLE("candle"),
  EXPOSURE("exposure");

  private final String text;

  StageId(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
