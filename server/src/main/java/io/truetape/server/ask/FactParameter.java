package io.truetape.server.ask;

/// A filter over conclusions: what the catalog says of it, and which column it holds against what.
record FactParameter(Parameter parameter, String column, How how) {
  /// How a text becomes a condition.
  enum How {
    SYMBOL,
    NAME,
    TEXT,
    BITS,
    TRUTH,
    SESSION,
    FROM,
    TO,
    MIN_DOLLARS,
    MAX_DOLLARS,
    MIN_WHOLE,
    MAX_WHOLE,
    MIN_RATIO,
    MAX_RATIO
  }

  String name() {
    return parameter.name();
  }
}
