package io.truetape.pipeline.profile;

import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.PacketTape;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Contracts;
import java.util.ArrayList;
import java.util.List;

/// One packet or structure as a thread remembers it.
record Piece(
    boolean isStructure,
    long seq,
    int contractId,
    Contract contract,
    long fromTsNanos,
    long toTsNanos,
    List<Long> prints,
    long premiumMicros,
    long size,
    int printCount,
    int venues,
    int largestSize,
    double coverage,
    double staleRatio,
    double insideRatio,
    double spreadBps,
    double buy,
    double sell,
    long buySize,
    long sellSize,
    int isoPrints,
    int auctionPrints,
    int crossPrints,
    int latePrints,
    int dte,
    double otmPct,
    boolean hasSpot,
    double delta,
    boolean hasDelta,
    double iv,
    double ivShock,
    double moveBps,
    int daysToEarnings,
    double premiumRank,
    StructureType type,
    double structureScore,
    boolean stockTied,
    int legs,
    double symmetry,
    Sentiment direction,
    double netPlace) {

  static Piece of(FlowPacket p) {
    PacketTape t = p.tape();
    PacketQuotes q = p.quotes();
    PacketContext c = p.context();
    return new Piece(
        false,
        p.packetSeq(),
        p.contractId(),
        p.contract(),
        p.fromTsNanos(),
        p.toTsNanos(),
        p.prints(),
        t.premiumMicros(),
        t.size(),
        t.prints(),
        t.venues(),
        t.largestSize(),
        q.coverage(),
        q.staleRatio(),
        q.insideRatio(),
        q.spreadBps(),
        q.aggressiveBuy(),
        q.aggressiveSell(),
        q.buySize(),
        q.sellSize(),
        t.isoPrints(),
        t.auctionPrints(),
        t.crossPrints() + t.floorPrints(),
        t.latePrints(),
        c.dte(),
        c.otmPct(),
        c.hasSpot(),
        c.delta(),
        c.hasDelta(),
        c.ivLast(),
        Math.max(0, c.ivShock()),
        c.moveBps() + c.moveBeforeBps(),
        c.daysToEarnings(),
        c.premiumRank(),
        StructureType.OTHER,
        0,
        false,
        1,
        0,
        Sentiment.NEUTRAL,
        0);
  }

  static Piece of(StructureFound s) {
    StructureLeg first = s.legs().getFirst();
    long smallest = Long.MAX_VALUE;
    long largest = 0;
    long size = 0;
    boolean quoted = true;
    for (StructureLeg leg : s.legs()) {
      long even = leg.size() / Math.max(1, Math.abs(leg.ratio()));
      smallest = Math.min(smallest, even);
      largest = Math.max(largest, even);
      size += leg.size();
      quoted &= leg.bidMicros() != Nbbo.MISSING && leg.askMicros() != Nbbo.MISSING;
    }
    long width = s.netAskMicros() - s.netBidMicros();
    double middle = s.netBidMicros() + width / 2.0;
    boolean placed = s.hasNet() && width > 0;
    boolean bought = s.side() == Side.BUY;
    boolean sold = s.side() == Side.SELL;
    return new Piece(
        true,
        s.structureSeq(),
        first.contractId(),
        first.contract(),
        s.fromTsNanos(),
        s.toTsNanos(),
        s.prints(),
        s.premiumMicros(),
        size,
        s.prints().size(),
        1,
        (int) Math.min(Integer.MAX_VALUE, largest),
        quoted ? 1 : 0.5,
        0,
        0,
        -1,
        bought ? 1 : 0,
        sold ? 1 : 0,
        bought ? size : 0,
        sold ? size : 0,
        0,
        0,
        0,
        0,
        s.dte(),
        0,
        false,
        s.netDelta(),
        s.hasDelta(),
        -1,
        0,
        s.moveBps(),
        s.daysToEarnings(),
        s.premiumRank(),
        s.type(),
        s.mode() == StructureMode.CODED ? s.score() : s.score() * 0.8,
        s.stockTied(),
        s.legs().size(),
        largest == 0 ? 0 : (double) smallest / largest,
        s.direction(),
        placed ? Math.clamp(2 * (s.netMicros() - middle) / width, -1, 1) : 0);
  }

  void save(StateWriter out) {
    out.putBoolean(isStructure);
    out.putLong(seq);
    out.putInt(contractId);
    Contracts.save(contract, out);
    out.putLong(fromTsNanos);
    out.putLong(toTsNanos);
    out.putInt(prints.size());
    prints.forEach(out::putLong);
    out.putLong(premiumMicros);
    out.putLong(size);
    out.putInt(printCount);
    out.putInt(venues);
    out.putInt(largestSize);
    out.putDouble(coverage);
    out.putDouble(staleRatio);
    out.putDouble(insideRatio);
    out.putDouble(spreadBps);
    out.putDouble(buy);
    out.putDouble(sell);
    out.putLong(buySize);
    out.putLong(sellSize);
    out.putInt(isoPrints);
    out.putInt(auctionPrints);
    out.putInt(crossPrints);
    out.putInt(latePrints);
    out.putInt(dte);
    out.putDouble(otmPct);
    out.putBoolean(hasSpot);
    out.putDouble(delta);
    out.putBoolean(hasDelta);
    out.putDouble(iv);
    out.putDouble(ivShock);
    out.putDouble(moveBps);
    out.putInt(daysToEarnings);
    out.putDouble(premiumRank);
    out.putInt(type.ordinal());
    out.putDouble(structureScore);
    out.putBoolean(stockTied);
    out.putInt(legs);
    out.putDouble(symmetry);
    out.putInt(direction.ordinal());
    out.putDouble(netPlace);
  }

  static Piece load(StateReader in) {
    return new Piece(
        in.getBoolean(),
        in.getLong(),
        in.getInt(),
        Contracts.load(in),
        in.getLong(),
        in.getLong(),
        loadSeqs(in),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getDouble(),
        in.getBoolean(),
        in.getDouble(),
        in.getBoolean(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getInt(),
        in.getDouble(),
        StructureType.values()[in.getInt()],
        in.getDouble(),
        in.getBoolean(),
        in.getInt(),
        in.getDouble(),
        Sentiment.values()[in.getInt()],
        in.getDouble());
  }

  private static List<Long> loadSeqs(StateReader in) {
    List<Long> seqs = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      seqs.add(in.getLong());
    }
    return List.copyOf(seqs);
  }
}
