package io.truetape.model.event.derived.meaning;

/// How a measured value is held against its threshold.
public enum Comparison {
  AT_LEAST(">="),
  ABOVE(">"),
  AT_MOST("<="),
  BELOW("<");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  public boolean holds(double measured, double threshold) {
    return switch (this) {
      case AT_LEAST -> measured >= threshold;
      case ABOVE -> measured > threshold;
      case AT_MOST -> measured <= threshold;
      case BELOW -> measured < threshold;
    };
  }
}
