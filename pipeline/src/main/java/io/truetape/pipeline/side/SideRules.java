package io.truetape.pipeline.side;

import io.truetape.model.event.control.RuleValue;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Thresholds and the table of prior accuracies.
///
/// Accuracies are the published shares of correctly signed trades per rule and bucket, in [0, 1];
/// `shrink` pulls each toward 0.5. `tradeSize` and `quote` hold at quote, inside, outside, in that
/// order; the `index` rows hold quote rule at quote, inside, outside, then the trade-size rule.
public record SideRules(
    double buyFrom,
    double sellTo,
    double shrink,
    Accuracy tradeSize,
    Accuracy quote,
    Accuracy indexQuote,
    double indexTradeSize,
    double tradeSizeAtMid,
    double depthAtMid,
    double tick) {

  /// Accuracy at the quote, inside the spread, outside it.
  public record Accuracy(double atQuote, double inside, double outside) {}

  public static SideRules standard() {
    return new SideRules(
        0.58,
        0.42,
        0.98,
        new Accuracy(0.782, 0.645, 0.649),
        new Accuracy(0.600, 0.604, 0.668),
        new Accuracy(0.592, 0.585, 0.600),
        0.592,
        0.681,
        0.572,
        0.545);
  }

  static SideRules from(List<RuleValue> values) {
    RuleReader r = new RuleReader("side", values);
    return new SideRules(
        r.number("buyFrom", 0.5, 1),
        r.number("sellTo", 0, 0.5),
        r.number("shrink", 0, 1),
        accuracy(r, "tradeSize"),
        accuracy(r, "quote"),
        accuracy(r, "indexQuote"),
        r.number("indexTradeSize", 0.5, 1),
        r.number("tradeSizeAtMid", 0.5, 1),
        r.number("depthAtMid", 0.5, 1),
        r.number("tick", 0.5, 1));
  }

  private static Accuracy accuracy(RuleReader r, String rule) {
    return new Accuracy(
        r.number(rule + "AtQuote", 0.5, 1),
        r.number(rule + "Inside", 0.5, 1),
        r.number(rule + "Outside", 0.5, 1));
  }
}
