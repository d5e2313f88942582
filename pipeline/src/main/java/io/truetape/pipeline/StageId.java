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
  LEGS("legs"),
  CLUSTER("cluster"),
  CLASSIFY("classify"),
  PROFILE("profile"),
  CANDLE("candle"),
  DARK("dark"),
  STRIKES("strikes"),
  EXPOSURE("exposure"),
  ALERT("alert");

  private final String text;

  StageId(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
