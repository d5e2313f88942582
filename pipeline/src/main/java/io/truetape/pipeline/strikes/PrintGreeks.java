package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.ChippedPrint;

/// The sensitivities a print carries, per share of the underlying.
///
/// [#ABSENT] where the print could not be priced. Vendor greeks are not mixed in: their age and model
/// differ by feed.
final class PrintGreeks {
  /// No delta, no gamma: outside every possible value.
  static final double ABSENT = -1e9;

  private PrintGreeks() {}

  static double delta(ChippedPrint print) {
    return print.priced().isPriced() ? print.priced().delta() : ABSENT;
  }

  static double gamma(ChippedPrint print) {
    return print.priced().isPriced() ? print.priced().greeks().gamma() : ABSENT;
  }
}
