package io.truetape.pipeline.side;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The last price of one contract and the last one that differed from it, micro-dollars.
final class LastPrices {
  final boolean isIndex;
  private long last;
  private long lastDifferent;

  /// `isIndex`: the contract settles against an index.
  LastPrices(boolean isIndex) {
    this.isIndex = isIndex;
  }

  /// +1 when `price` is above the last different price, -1 below, 0 when there is none.
  int direction(long price) {
    long reference = price != last ? last : lastDifferent;
    return reference == 0 ? 0 : Long.compare(price, reference);
  }

  void remember(long price) {
    if (price != last) {
      lastDifferent = last;
      last = price;
    }
  }

  void save(StateWriter out) {
    out.putBoolean(isIndex);
    out.putLong(last);
    out.putLong(lastDifferent);
  }

  static LastPrices load(StateReader in) {
    LastPrices prices = new LastPrices(in.getBoolean());
    prices.last = in.getLong();
    prices.lastDifferent = in.getLong();
    return prices;
  }
}
