package io.truetape.feed.synthetic.scenario;

import java.util.List;

/// What is traded as one unit. `stockPerUnit` is 1 when 100 shares are bought with each unit.
enum Structure {
  CALL(0),
  PUT(0),
  CALL_VERTICAL(0),
  PUT_VERTICAL(0),
  STRADDLE(0),
  STRANGLE(0),
  RISK_REVERSAL(0),
  BUTTERFLY(0),
  CONDOR(0),
  CALENDAR(0),
  ROLL(0),
  BOX(0),
  COLLAR(1),
  CONVERSION(1),
  BUY_WRITE(1);

  private final int stockPerUnit;

  Structure(int stockPerUnit) {
    this.stockPerUnit = stockPerUnit;
  }

  int stockPerUnit() {
    return stockPerUnit;
  }

  /// The legs of a bought unit.
  List<Leg> legs() {
    return switch (this) {
      case CALL -> List.of(Leg.call(0, 1));
      case PUT -> List.of(Leg.put(0, 1));
      case CALL_VERTICAL -> List.of(Leg.call(0, 1), Leg.call(2, -1));
      case PUT_VERTICAL -> List.of(Leg.put(0, 1), Leg.put(-2, -1));
      case STRADDLE -> List.of(Leg.call(0, 1), Leg.put(0, 1));
      case STRANGLE -> List.of(Leg.call(2, 1), Leg.put(-2, 1));
      case RISK_REVERSAL -> List.of(Leg.call(2, 1), Leg.put(-2, -1));
      case BUTTERFLY -> List.of(Leg.call(-1, 1), Leg.call(0, -2), Leg.call(1, 1));
      case CONDOR -> List.of(Leg.put(-4, -1), Leg.put(-2, 1), Leg.call(2, 1), Leg.call(4, -1));
      case CALENDAR -> List.of(Leg.call(0, -1), Leg.call(0, 1).inLaterExpiry());
      case ROLL -> List.of(Leg.call(0, -1), Leg.call(1, 1).inLaterExpiry());
      case BOX -> List.of(Leg.call(-2, 1), Leg.call(2, -1), Leg.put(2, 1), Leg.put(-2, -1));
      case COLLAR -> List.of(Leg.put(-2, 1), Leg.call(2, -1));
      case CONVERSION -> List.of(Leg.put(0, 1), Leg.call(0, -1));
      case BUY_WRITE -> List.of(Leg.call(1, -1));
    };
  }

  boolean isSingle() {
    return this == CALL || this == PUT;
  }
}
