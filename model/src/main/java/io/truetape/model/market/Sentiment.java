package io.truetape.model.market;

/// What a signed print leans to: call bought or put sold is bullish. An inference.
public enum Sentiment {
  BULLISH,
  BEARISH,
  NEUTRAL
}
