package io.truetape.model.market;

/// Candle lengths. Starts are aligned to New York midnight.
public enum CandleInterval {
  S1("1s", 1),
  S5("5s", 5),
  M1("1m", 60),
  M5("5m", 300),
  M15("15m", 900),
  H1("1h", 3_600),
  D1("1d", 86_400);

  private final String text;
  private final int seconds;

  CandleInterval(String text, int seconds) {
    this.text = text;
    this.seconds = seconds;
  }

  public String text() {
    return text;
  }

  public long nanos() {
    return seconds * 1_000_000_000L;
  }
}
