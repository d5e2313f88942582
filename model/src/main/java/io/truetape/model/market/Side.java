package io.truetape.model.market;

/// Who crossed, as inferred. UNKNOWN is an answer.
public enum Side {
  BUY,
  SELL,
  UNKNOWN
}
