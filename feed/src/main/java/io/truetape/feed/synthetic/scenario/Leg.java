package io.truetape.feed.synthetic.scenario;

/// One leg of a structure, relative to its base contract.
///
/// | component | meaning |
/// |---|---|
/// | `call` | right of the leg |
/// | `steps` | strikes above (negative: below) the base strike |
/// | `later` | whether it lies in a later expiry |
/// | `ratio` | contracts per unit; negative is sold when the unit is bought |
record Leg(boolean call, int steps, boolean later, int ratio) {
  static Leg call(int steps, int ratio) {
    return new Leg(true, steps, false, ratio);
  }

  static Leg put(int steps, int ratio) {
    return new Leg(false, steps, false, ratio);
  }

  Leg inLaterExpiry() {
    return new Leg(call, steps, true, ratio);
  }
}
