package io.truetape.model.event.derived.packet;

/// Where the prints of a packet stood against their quotes, and how good those quotes were.
///
/// Ratios in [0, 1] count prints. `coverage` is the share with a usable location; `aggressiveBuy`,
/// `aggressiveSell`, `inside` are shares of those. `buySize`, `sellSize` are contracts by side;
/// `weightedSize` is the sum of size x (2 x P(buy) - 1). `spreadBps` is the mean spread over the
/// mid, -1 without one; `spreadRank` its place among the symbol's packets so far, -1 when few.
public record PacketQuotes(
    int aboveAsk,
    int atAsk,
    int inside,
    int atBid,
    int belowBid,
    int stale,
    int missing,
    double coverage,
    double staleRatio,
    double aggressiveBuy,
    double aggressiveSell,
    double insideRatio,
    long buySize,
    long sellSize,
    double weightedSize,
    double spreadBps,
    double spreadRank,
    long bidMicros,
    long askMicros) {

  /// Buys less sells over all contracts, by side, in [-1, 1]; unknown sides weigh nothing.
  public double bias() {
    long total = buySize + sellSize;
    return total == 0 ? 0 : (double) (buySize - sellSize) / total;
  }
}
