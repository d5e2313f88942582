package io.truetape.pipeline.legs;

import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Contracts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last [#LIMIT] structures, so that a cancel can withdraw the one it belongs to.
final class RecentStructures {
  static final int LIMIT = 512;

  private final Deque<StructureFound> recent = new ArrayDeque<>();

  void add(StructureFound found) {
    if (recent.size() == LIMIT) {
      recent.removeFirst();
    }
    recent.addLast(found);
  }

  /// A package without one of its legs is no package: answers its withdrawal, or null.
  @Nullable StructureFound withdraw(long printSeq, long tsNanos) {
    for (StructureFound found : recent) {
      if (found.prints().contains(printSeq)) {
        recent.remove(found);
        return withdrawn(found, tsNanos);
      }
    }
    return null;
  }

  private static StructureFound withdrawn(StructureFound f, long tsNanos) {
    return copy(f, tsNanos, f.revision() + 1, List.of());
  }

  private static StructureFound copy(
      StructureFound f, long tsNanos, int revision, List<Long> prints) {
    return new StructureFound(
        tsNanos,
        f.structureSeq(),
        revision,
        f.underlying(),
        f.type(),
        f.mode(),
        f.score(),
        f.stockTied(),
        f.fromTsNanos(),
        f.toTsNanos(),
        f.units(),
        f.legs(),
        prints,
        f.netMicros(),
        f.netBidMicros(),
        f.netAskMicros(),
        f.hasNet(),
        f.side(),
        f.pBuy(),
        f.netDelta(),
        f.hasDelta(),
        f.direction(),
        f.premiumMicros(),
        f.dte(),
        f.daysToEarnings(),
        f.moveBps(),
        f.premiumRank());
  }

  void save(StateWriter out) {
    out.putInt(recent.size());
    for (StructureFound f : recent) {
      out.putLong(f.tsNanos());
      out.putLong(f.structureSeq());
      out.putText(f.underlying());
      out.putInt(f.type().ordinal());
      out.putInt(f.mode().ordinal());
      out.putDouble(f.score());
      out.putBoolean(f.stockTied());
      out.putLong(f.fromTsNanos());
      out.putLong(f.toTsNanos());
      out.putLong(f.units());
      saveLegs(f.legs(), out);
      out.putInt(f.prints().size());
      f.prints().forEach(out::putLong);
      out.putLong(f.netMicros());
      out.putLong(f.netBidMicros());
      out.putLong(f.netAskMicros());
      out.putBoolean(f.hasNet());
      out.putInt(f.side().ordinal());
      out.putDouble(f.pBuy());
      out.putDouble(f.netDelta());
      out.putBoolean(f.hasDelta());
      out.putInt(f.direction().ordinal());
      out.putLong(f.premiumMicros());
      out.putInt(f.dte());
      out.putInt(f.daysToEarnings());
      out.putDouble(f.moveBps());
      out.putDouble(f.premiumRank());
    }
  }

  private static void saveLegs(List<StructureLeg> legs, StateWriter out) {
    out.putInt(legs.size());
    for (StructureLeg leg : legs) {
      out.putInt(leg.contractId());
      Contracts.save(leg.contract(), out);
      out.putInt(leg.ratio());
      out.putLong(leg.size());
      out.putLong(leg.priceMicros());
      out.putLong(leg.bidMicros());
      out.putLong(leg.askMicros());
    }
  }

  void load(StateReader in) {
    recent.clear();
    for (int n = in.getInt(); n > 0; n--) {
      recent.addLast(
          new StructureFound(
              in.getLong(),
              in.getLong(),
              0,
              in.getText(),
              StructureType.values()[in.getInt()],
              StructureMode.values()[in.getInt()],
              in.getDouble(),
              in.getBoolean(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              loadLegs(in),
              loadSeqs(in),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getBoolean(),
              Side.values()[in.getInt()],
              in.getDouble(),
              in.getDouble(),
              in.getBoolean(),
              Sentiment.values()[in.getInt()],
              in.getLong(),
              in.getInt(),
              in.getInt(),
              in.getDouble(),
              in.getDouble()));
    }
  }

  private static List<StructureLeg> loadLegs(StateReader in) {
    List<StructureLeg> legs = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      legs.add(
          new StructureLeg(
              in.getInt(),
              Contracts.load(in),
              in.getInt(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong()));
    }
    return legs;
  }

  private static List<Long> loadSeqs(StateReader in) {
    List<Long> seqs = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      seqs.add(in.getLong());
    }
    return seqs;
  }
}
