package io.truetape.pipeline.profile;

/// Soft steps: every feature becomes a number in [0, 1]. Pure.
final class Scale {
  private Scale() {}

  /// 0 up to `from`, 1 from `to` on, a straight line between; falls when `from` is above `to`.
  static double ramp(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0, 1);
  }

  /// 1 within `width` of `centre`, falling to 0 at twice that.
  static double near(double value, double centre, double width) {
    return Math.clamp(2 - Math.abs(value - centre) / width, 0, 1);
  }

  static double when(boolean holds) {
    return holds ? 1 : 0;
  }
}
