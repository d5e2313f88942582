package io.truetape.model.event.derived.meaning;

/// One condition as it was tested: what was measured, against what, and whether it held.
///
/// `required` is false for a condition that only adds confidence. `known` is false when the input
/// was absent; such a condition never passes.
public record Condition(
    String name,
    double measured,
    Comparison comparison,
    double threshold,
    boolean required,
    boolean known,
    boolean passed) {

  /// Tests a value that is there.
  public static Condition of(
      String name, double measured, Comparison comparison, double threshold, boolean required) {
    boolean passed = comparison.holds(measured, threshold);
    return new Condition(name, measured, comparison, threshold, required, true, passed);
  }

  /// A condition whose input was absent.
  public static Condition absent(
      String name, Comparison comparison, double threshold, boolean required) {
    return new Condition(name, 0, comparison, threshold, required, false, false);
  }

  /// How far the value was from failing, as a share of the threshold; the nearest one is what an
  /// explanation names first.
  public double margin() {
    double scale = Math.max(Math.abs(threshold), 1e-9);
    return Math.abs(measured - threshold) / scale;
  }
}
