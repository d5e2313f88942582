package io.truetape.model.baseline;

import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// The premiums one contract has printed over its life so far: buckets of one step per octave.
///
/// Named by its terms, because contract numbers belong to one log.
public record ContractBaseline(
    String root, Right right, int expiryDay, long strikeMicros, List<BucketCount> premiums) {
  public ContractBaseline {
    premiums = List.copyOf(premiums);
  }

  public boolean isOf(Contract c) {
    return expiryDay == c.expiryDay()
        && strikeMicros == c.strikeMicros()
        && right == c.right()
        && root.equals(c.root());
  }

  /// Prints counted.
  public long prints() {
    long sum = 0;
    for (BucketCount b : premiums) {
      sum += b.count();
    }
    return sum;
  }

  /// Order by terms: root, expiry, strike, right.
  public int compareTerms(String otherRoot, int otherExpiry, long otherStrike, Right otherRight) {
    int order = root.compareTo(otherRoot);
    order = order == 0 ? Integer.compare(expiryDay, otherExpiry) : order;
    order = order == 0 ? Long.compare(strikeMicros, otherStrike) : order;
    return order == 0 ? right.compareTo(otherRight) : order;
  }
}
