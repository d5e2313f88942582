package io.truetape.pipeline.alert;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.text.BadInput;
import io.truetape.pipeline.rule.RuleReader;
import java.util.List;

/// Bounds, times and point scales of alerts; each is explained on docs/methods/alerts.md.
public record AlertRules(
    double openFrom,
    double medium,
    double high,
    double critical,
    long cooldownNanos,
    long quietNanos,
    int perSymbolHour,
    long premiumFloorMicros,
    long premiumFullMicros,
    double zFull,
    double stalePoints,
    double widePoints,
    double insidePoints,
    double auctionPoints,
    double wideBps) {
  public AlertRules {
    if (medium > high || high > critical) {
      throw new BadInput("rule alert: medium, high and critical must not fall");
    }
    if (premiumFloorMicros <= 0 || premiumFloorMicros >= premiumFullMicros) {
      throw new BadInput("rule alert.premiumFloor must be above 0 and below alert.premiumFull");
    }
  }

  public static AlertRules standard() {
    return new AlertRules(
        60,
        50,
        75,
        90,
        600_000_000_000L,
        1_800_000_000_000L,
        6,
        25_000_000_000L,
        2_000_000_000_000L,
        5,
        12,
        8,
        8,
        3,
        400);
  }

  /// Refuses a user's rule that cannot be read. Source: docs/formats/alert-rules.md.
  public static void checkUserRule(String id, String content) {
    UserRule.parse(id, "", content);
  }

  static AlertRules from(List<RuleValue> values) {
    if (!RuleReader.speaksOf("alert", values)) {
      return standard();
    }
    RuleReader r = new RuleReader("alert", values);
    return new AlertRules(
        r.number("openFrom", 0, 100),
        r.number("medium", 0, 100),
        r.number("high", 0, 100),
        r.number("critical", 0, 100),
        r.millisAsNanos("cooldownMillis"),
        r.millisAsNanos("quietMillis"),
        r.count("perSymbolHour", 10_000),
        r.dollarsAsMicros("premiumFloor"),
        r.dollarsAsMicros("premiumFull"),
        r.number("zFull", 0.1, 100),
        r.number("stalePoints", 0, 100),
        r.number("widePoints", 0, 100),
        r.number("insidePoints", 0, 100),
        r.number("auctionPoints", 0, 100),
        r.number("wideBps", 1, 20_000));
  }
}
