package io.truetape.pipeline.cluster;

import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.PacketTape;
import io.truetape.model.event.derived.packet.PricePath;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Side;
import io.truetape.pipeline.table.PrintFacts;
import io.truetape.pipeline.table.SpotTrail;
import java.util.ArrayList;
import java.util.List;

/// Adds up the prints of a packet. Pure. Formulas: docs/methods/packets.md.
final class PacketMaker {
  private final ClusterRules rules;

  PacketMaker(ClusterRules rules) {
    this.rules = rules;
  }

  /// What is known beside the prints.
  record Surroundings(
      double premiumZ,
      boolean hasZ,
      double premiumRank,
      double contractRank,
      double spreadRank,
      double moveBeforeBps,
      int daysToEarnings) {}

  FlowPacket make(List<PrintFacts> prints, boolean legs, int revision, Surroundings around) {
    PrintFacts first = prints.getFirst();
    PrintFacts last = prints.getLast();
    List<Long> seqs = new ArrayList<>(prints.size());
    for (PrintFacts print : prints) {
      seqs.add(print.seq());
    }
    return new FlowPacket(
        last.tsNanos(),
        first.seq(),
        revision,
        first.contractId(),
        first.contract(),
        legs,
        first.tsNanos(),
        last.tsNanos(),
        seqs,
        tape(prints),
        quotes(prints, around.spreadRank()),
        context(prints, around),
        legs ? List.of() : clusters(prints));
  }

  static long premium(List<PrintFacts> prints) {
    long sum = 0;
    for (PrintFacts print : prints) {
      sum += print.premiumMicros();
    }
    return sum;
  }

  /// Mean spread over the mid in basis points; -1 when no print had a two-sided quote.
  static double spreadBps(List<PrintFacts> prints) {
    double sum = 0;
    int known = 0;
    for (PrintFacts print : prints) {
      double spread = print.spreadBps();
      if (spread >= 0) {
        sum += spread;
        known++;
      }
    }
    return known == 0 ? -1 : sum / known;
  }

  private static PacketTape tape(List<PrintFacts> prints) {
    PrintFacts first = prints.getFirst();
    PrintFacts last = prints.getLast();
    long size = 0;
    long notional = 0;
    long venues = 0;
    int largest = 0;
    int iso = 0;
    int auction = 0;
    int cross = 0;
    int floor = 0;
    int late = 0;
    for (PrintFacts print : prints) {
      size += print.size();
      notional += print.priceMicros() * print.size();
      venues |= 1L << (print.venue() & 63);
      largest = Math.max(largest, print.size());
      iso += print.condition().isIso() ? 1 : 0;
      auction += print.condition().isAuction() ? 1 : 0;
      cross += print.condition().isCross() ? 1 : 0;
      floor += print.condition().isFloor() ? 1 : 0;
      late += print.condition().isLate() ? 1 : 0;
    }
    int count = prints.size();
    return new PacketTape(
        count,
        size,
        premium(prints),
        Math.floorDiv(2 * notional + size, 2 * size),
        first.priceMicros(),
        last.priceMicros(),
        path(prints),
        Long.bitCount(venues),
        count == 1 ? -1 : (last.tsNanos() - first.tsNanos()) / (count - 1),
        largest,
        iso,
        auction,
        cross,
        floor,
        late);
  }

  private static PricePath path(List<PrintFacts> prints) {
    if (prints.size() == 1) {
      return PricePath.SINGLE;
    }
    boolean up = false;
    boolean down = false;
    for (int i = 1; i < prints.size(); i++) {
      int step = Long.compare(prints.get(i).priceMicros(), prints.get(i - 1).priceMicros());
      up |= step > 0;
      down |= step < 0;
    }
    if (up && down) {
      return PricePath.MIXED;
    }
    return up ? PricePath.ASCENDING : down ? PricePath.DESCENDING : PricePath.FLAT;
  }

  private static PacketQuotes quotes(List<PrintFacts> prints, double spreadRank) {
    int[] at = new int[7];
    long buys = 0;
    long sells = 0;
    double weighted = 0;
    for (PrintFacts print : prints) {
      at[slot(print)]++;
      buys += print.side() == Side.BUY ? print.size() : 0;
      sells += print.side() == Side.SELL ? print.size() : 0;
      weighted += print.size() * (2 * print.pBuy() - 1);
    }
    int placed = at[0] + at[1] + at[2] + at[3] + at[4];
    double of = Math.max(1, placed);
    PrintFacts last = prints.getLast();
    return new PacketQuotes(
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        at[5],
        at[6],
        (double) placed / prints.size(),
        (double) at[5] / prints.size(),
        (at[0] + at[1]) / of,
        (at[3] + at[4]) / of,
        at[2] / of,
        buys,
        sells,
        weighted,
        spreadBps(prints),
        spreadRank,
        last.bidMicros(),
        last.askMicros());
  }

  private static int slot(PrintFacts print) {
    return switch (print.location()) {
      case ABOVE_ASK -> 0;
      case ASK -> 1;
      case ABOVE_MID, MID, BELOW_MID -> 2;
      case BID -> 3;
      case BELOW_BID -> 4;
      case STALE -> 5;
      case NO_QUOTE, CROSSED, LOCKED, ONE_SIDED -> 6;
    };
  }

  private static PacketContext context(List<PrintFacts> prints, Surroundings around) {
    PrintFacts first = prints.getFirst();
    PrintFacts last = prints.getLast();
    double lowIv = Double.MAX_VALUE;
    double highIv = -1;
    double sig = -1;
    long chips = 0;
    for (PrintFacts print : prints) {
      if (print.iv() > 0) {
        lowIv = Math.min(lowIv, print.iv());
        highIv = Math.max(highIv, print.iv());
      }
      sig = Math.max(sig, print.sigScore());
      chips |= print.chips();
    }
    return new PacketContext(
        last.dte(),
        last.otmPct(),
        last.spotDoubleMicros() > 0,
        last.spotDoubleMicros(),
        SpotTrail.moveBps(first.spotDoubleMicros(), last.spotDoubleMicros()),
        around.moveBeforeBps(),
        first.iv(),
        last.iv(),
        highIv < 0 ? -1 : highIv - lowIv,
        last.delta(),
        last.hasDelta(),
        around.premiumZ(),
        around.hasZ(),
        around.premiumRank(),
        around.contractRank(),
        last.dayVolume(),
        last.openInterest(),
        around.daysToEarnings(),
        sig,
        chips);
  }

  private List<PacketCluster> clusters(List<PrintFacts> prints) {
    List<PacketCluster> clusters = new ArrayList<>(2);
    for (Side side : Side.values()) {
      add(prints, side, clusters);
    }
    return clusters;
  }

  private void add(List<PrintFacts> prints, Side side, List<PacketCluster> clusters) {
    int count = 0;
    long size = 0;
    long premium = 0;
    long venues = 0;
    boolean iso = false;
    boolean block = false;
    for (PrintFacts print : prints) {
      if (print.side() == side) {
        count++;
        size += print.size();
        premium += print.premiumMicros();
        venues |= 1L << (print.venue() & 63);
        iso |= print.condition().isIso();
        block |= Chip.BLOCK.isIn(print.chips());
      }
    }
    if (count == 0) {
      return;
    }
    int places = Long.bitCount(venues);
    if (side != Side.UNKNOWN && (iso || places >= rules.sweepVenues())) {
      clusters.add(cluster(ClusterKind.SWEEP, side, count, size, premium, places, iso));
    }
    if (block) {
      clusters.add(cluster(ClusterKind.BLOCK, side, count, size, premium, places, iso));
    }
    if (count >= rules.splitPrints() && places == 1) {
      clusters.add(cluster(ClusterKind.SPLIT, side, count, size, premium, places, iso));
    }
  }

  private static PacketCluster cluster(
      ClusterKind kind, Side side, int count, long size, long premium, int venues, boolean iso) {
    return new PacketCluster(kind, side, count, size, premium, venues, iso);
  }
}
