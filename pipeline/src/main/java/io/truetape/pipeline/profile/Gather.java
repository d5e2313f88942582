package io.truetape.pipeline.profile;

import io.truetape.model.event.derived.meaning.ProfileFeatures;
import java.util.List;

/// Makes the features of a strand from its pieces. Ratios are weighted by premium x quality, so that
/// one bad piece counts for little beside good ones. Pure. Formulas: docs/methods/profiles.md.
final class Gather {
  private Gather() {}

  static ProfileFeatures features(List<Piece> pieces) {
    Piece first = pieces.getFirst();
    Piece last = pieces.getLast();
    Sums sums = new Sums();
    pieces.forEach(sums::add);
    double quality = quality(sums.mean(sums.coverage), sums.mean(sums.stale), sums.spotKnown);
    long sided = sums.buySize + sums.sellSize;
    return new ProfileFeatures(
        sums.premium,
        sums.size,
        sums.prints,
        pieces.size(),
        last.toTsNanos() - first.fromTsNanos(),
        sums.venues,
        quality,
        sums.mean(sums.coverage),
        sums.mean(sums.stale),
        sums.mean(sums.inside),
        sums.spreadWeight == 0 ? -1 : sums.spread / sums.spreadWeight,
        sums.mean(sums.buy),
        sums.mean(sums.sell),
        sided == 0 ? 0 : (double) (sums.buySize - sums.sellSize) / sided,
        (double) sums.largest / Math.max(1, sums.size),
        sums.fill / Math.max(1, sums.size),
        first.dte(),
        last.otmPct(),
        last.hasSpot(),
        last.delta(),
        last.hasDelta(),
        last.iv(),
        sums.ivShock,
        sums.move,
        first.daysToEarnings(),
        first.contract().isCall(),
        !first.isStructure(),
        first.type(),
        first.isStructure(),
        first.structureScore(),
        first.stockTied(),
        first.legs(),
        sums.mean(sums.symmetry),
        sums.rank,
        Math.max(0, 1 - sums.mean(sums.auction + sums.cross + sums.late)),
        sums.mean(sums.auction),
        sums.mean(sums.cross),
        sums.mean(sums.iso),
        sums.mean(sums.late),
        sums.mean(sums.netPlace));
  }

  /// Evidence quality of usable quotes, stale quotes and a known spot, [0.075, 1].
  private static double quality(double coverage, double stale, boolean spotKnown) {
    return 0.55 * coverage + 0.30 * (1 - stale) + 0.15 * (spotKnown ? 1 : 0.5);
  }

  private static final class Sums {
    long premium;
    long size;
    int prints;
    int venues;
    int largest;
    double auction;
    double cross;
    double late;
    double iso;
    long buySize;
    long sellSize;
    double fill;
    double coverage;
    double stale;
    double inside;
    double buy;
    double sell;
    double symmetry;
    double netPlace;
    double spread;
    double spreadWeight;
    double weight;
    double ivShock;
    double move;
    double rank = -1;
    boolean spotKnown;

    void add(Piece p) {
      boolean known = p.hasSpot() || p.isStructure();
      double w = Math.max(1, p.premiumMicros()) * quality(p.coverage(), p.staleRatio(), known);
      premium += p.premiumMicros();
      size += p.size();
      prints += p.printCount();
      fill += (double) p.size() * p.size() / p.printCount();
      venues = Math.max(venues, p.venues());
      largest = Math.max(largest, p.largestSize());
      auction += w * p.auctionPrints() / p.printCount();
      cross += w * p.crossPrints() / p.printCount();
      late += w * p.latePrints() / p.printCount();
      iso += w * p.isoPrints() / p.printCount();
      buySize += p.buySize();
      sellSize += p.sellSize();
      coverage += w * p.coverage();
      stale += w * p.staleRatio();
      inside += w * p.insideRatio();
      buy += w * p.buy();
      sell += w * p.sell();
      symmetry += w * p.symmetry();
      netPlace += w * p.netPlace();
      if (p.spreadBps() >= 0) {
        spread += w * p.spreadBps();
        spreadWeight += w;
      }
      weight += w;
      ivShock = Math.max(ivShock, p.ivShock());
      move = Math.abs(p.moveBps()) > Math.abs(move) ? p.moveBps() : move;
      rank = Math.max(rank, p.premiumRank());
      spotKnown |= known;
    }

    double mean(double sum) {
      return weight == 0 ? 0 : sum / weight;
    }
  }
}
