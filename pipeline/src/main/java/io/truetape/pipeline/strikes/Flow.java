package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.Side;
import io.truetape.model.price.Price;

/// What one print adds, or an amendment takes back: set once, read by every table of the room.
///
/// Amounts in micro-dollars, volume in contracts, deltas in shares. `sign` is +1 bought, -1 sold, 0
/// unknown; `weight` is 2 pBuy - 1. For an amendment every amount is negative, and `isSideKnown` is
/// false when the print is no longer remembered.
final class Flow {
  boolean isCall;
  int count;
  long volume;
  long premium;
  int sign;
  double weight;
  boolean isSideKnown;
  double deltaShares;
  double gammaShares;
  boolean hasDelta;
  long priceMicros;

  void set(ChippedPrint print) {
    boolean excluded = print.normalized().condition().isCompression();
    isCall = print.contract().isCall();
    count = 1;
    volume = print.normalized().condition().countsForVolume() ? print.print().size() : 0;
    premium = excluded ? 0 : print.measured().premiumMicros();
    sign = sign(print.sided().side());
    weight = 2 * print.sided().pBuy() - 1;
    isSideKnown = true;
    double delta = PrintGreeks.delta(print);
    hasDelta = delta > PrintGreeks.ABSENT && !excluded;
    double shares = (double) print.print().size() * print.contract().multiplier();
    deltaShares = hasDelta ? delta * shares : 0;
    gammaShares = hasDelta ? PrintGreeks.gamma(print) * shares : 0;
    priceMicros = print.print().priceMicros();
  }

  /// The amounts an amendment takes back, before it is known which way the print went.
  void takeBack(Amended amended) {
    isCall = amended.contract().isCall();
    count = -1;
    volume = -amended.size();
    premium =
        -Price.premium(amended.priceMicros(), amended.size(), amended.contract().multiplier());
    sign = 0;
    weight = 0;
    isSideKnown = false;
    deltaShares = 0;
    gammaShares = 0;
    hasDelta = false;
    priceMicros = 0;
  }

  /// Premium bought minus sold.
  long signed() {
    return sign * premium;
  }

  long weighted() {
    return (long) Math.rint(weight * premium);
  }

  /// Positive for calls bought and puts sold.
  long directional() {
    return isCall ? signed() : -signed();
  }

  long directionalWeighted() {
    return isCall ? weighted() : -weighted();
  }

  static int sign(Side side) {
    return switch (side) {
      case BUY -> 1;
      case SELL -> -1;
      case UNKNOWN -> 0;
    };
  }
}
