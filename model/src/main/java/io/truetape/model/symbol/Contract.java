package io.truetape.model.symbol;

import io.truetape.model.market.Right;
import io.truetape.model.text.BadInput;

/// The terms of one listed option.
///
/// | component | meaning |
/// |---|---|
/// | `root` | OCC root, upper case, at most six characters: `SPXW`, `AAPL1` |
/// | `underlying` | what it settles against: `SPX`, `AAPL` |
/// | `strikeMicros` | micro-dollars, > 0 |
/// | `expiryDay` | expiry date as an epoch day, New York |
/// | `multiplier` | dollars per point; 100 unless the listing says otherwise |
/// | `deliverable` | empty for the standard 100 shares or cash; else OCC's words |
public record Contract(
    String root,
    String underlying,
    Right right,
    long strikeMicros,
    int expiryDay,
    Settlement settlement,
    ExerciseStyle style,
    int multiplier,
    String deliverable) {

  public Contract {
    if (root.isEmpty() || root.length() > 6) {
      throw new BadInput("root \"" + root + "\" must have 1 to 6 characters");
    }
    if (strikeMicros <= 0) {
      throw new BadInput("strike " + strikeMicros + " micro-dollars must be above 0");
    }
    if (multiplier <= 0) {
      throw new BadInput("multiplier " + multiplier + " must be above 0");
    }
  }

  /// The standard contract of a root: conventions of [Roots] for underlying, style, settlement.
  public static Contract standard(String root, int expiryDay, Right right, long strikeMicros) {
    return new Contract(
        root,
        Roots.underlying(root),
        right,
        strikeMicros,
        expiryDay,
        Roots.settlement(root),
        Roots.style(root),
        100,
        Roots.isAdjusted(root) ? "adjusted" : "");
  }

  public boolean isCall() {
    return right == Right.CALL;
  }
}
