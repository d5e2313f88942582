package io.truetape.engine.run;

import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.ProfileScore;
import io.truetape.model.event.derived.meaning.Reason;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.PacketTape;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import java.util.List;

/// The canonical bytes of packets and what they may mean, for the digest only. No log positions.
final class MeaningWire {
  private MeaningWire() {}

  static void packet(FlowPacket e, WireWriter out) {
    DerivedWire.contract(e.contract(), out);
    out.putInt(e.revision());
    out.putBoolean(e.legs());
    out.putLong(e.fromTsNanos());
    out.putLong(e.toTsNanos());
    out.putInt(e.prints().size());
    tape(e.tape(), out);
    quotes(e.quotes(), out);
    context(e.context(), out);
    for (PacketCluster c : e.clusters()) {
      out.putByte(c.kind().ordinal());
      out.putByte(c.side().ordinal());
      out.putInt(c.prints());
      out.putLong(c.size());
      out.putLong(c.premiumMicros());
      out.putInt(c.venues());
      out.putBoolean(c.iso());
    }
  }

  private static void tape(PacketTape t, WireWriter out) {
    out.putInt(t.prints());
    out.putLong(t.size());
    out.putLong(t.premiumMicros());
    out.putLong(t.vwapMicros());
    out.putLong(t.firstPriceMicros());
    out.putLong(t.lastPriceMicros());
    out.putByte(t.path().ordinal());
    out.putInt(t.venues());
    out.putLong(t.interFillNanos());
    out.putInt(t.largestSize());
    out.putInt(t.isoPrints());
    out.putInt(t.auctionPrints());
    out.putInt(t.crossPrints());
    out.putInt(t.floorPrints());
    out.putInt(t.latePrints());
  }

  private static void quotes(PacketQuotes q, WireWriter out) {
    out.putInt(q.aboveAsk());
    out.putInt(q.atAsk());
    out.putInt(q.inside());
    out.putInt(q.atBid());
    out.putInt(q.belowBid());
    out.putInt(q.stale());
    out.putInt(q.missing());
    out.putLong(q.buySize());
    out.putLong(q.sellSize());
    out.putDouble(q.weightedSize());
    out.putDouble(q.spreadBps());
    out.putDouble(q.spreadRank());
    out.putLong(q.bidMicros());
    out.putLong(q.askMicros());
  }

  private static void context(PacketContext c, WireWriter out) {
    out.putInt(c.dte());
    out.putDouble(c.otmPct());
    out.putLong(c.spotDoubleMicros());
    out.putDouble(c.moveBps());
    out.putDouble(c.moveBeforeBps());
    out.putDouble(c.ivFirst());
    out.putDouble(c.ivLast());
    out.putDouble(c.ivShock());
    out.putDouble(c.delta());
    out.putDouble(c.premiumZ());
    out.putDouble(c.premiumRank());
    out.putDouble(c.contractRank());
    out.putLong(c.dayVolume());
    out.putLong(c.openInterest());
    out.putInt(c.daysToEarnings());
    out.putDouble(c.sigScore());
    out.putLong(c.chips());
  }

  static void structure(StructureFound e, WireWriter out) {
    out.putInt(e.revision());
    out.putByte(e.type().ordinal());
    out.putByte(e.mode().ordinal());
    out.putDouble(e.score());
    out.putBoolean(e.stockTied());
    out.putLong(e.fromTsNanos());
    out.putLong(e.toTsNanos());
    out.putLong(e.units());
    out.putInt(e.prints().size());
    for (StructureLeg leg : e.legs()) {
      DerivedWire.contract(leg.contract(), out);
      out.putInt(leg.ratio());
      out.putLong(leg.size());
      out.putLong(leg.priceMicros());
      out.putLong(leg.bidMicros());
      out.putLong(leg.askMicros());
    }
    out.putLong(e.netMicros());
    out.putLong(e.netBidMicros());
    out.putLong(e.netAskMicros());
    out.putByte(e.side().ordinal());
    out.putDouble(e.pBuy());
    out.putDouble(e.netDelta());
    out.putByte(e.direction().ordinal());
    out.putLong(e.premiumMicros());
    out.putInt(e.dte());
    out.putInt(e.daysToEarnings());
    out.putDouble(e.moveBps());
    out.putDouble(e.premiumRank());
  }

  static void smartMoney(SmartMoneyEvent e, WireWriter out) {
    DerivedWire.contract(e.contract(), out);
    out.putInt(e.revision());
    out.putBoolean(e.closed());
    out.putLong(e.fromTsNanos());
    out.putLong(e.toTsNanos());
    out.putInt(e.subjectCount());
    features(e.features(), out);
    for (ProfileScore s : e.scores()) {
      out.putByte(s.profile().ordinal());
      out.putDouble(s.fit());
      out.putDouble(s.strength());
      out.putDouble(s.penalty());
      out.putDouble(s.confidence());
      out.putByte(s.band().ordinal());
      out.putByte(s.direction().ordinal());
      reasons(s.reasons(), out);
    }
    out.putByte(e.primary().ordinal());
    out.putDouble(e.confidence());
    out.putByte(e.direction().ordinal());
    for (Abstention a : e.abstentions()) {
      out.putByte(a.ordinal());
    }
    reasons(e.suppressed(), out);
  }

  private static void features(ProfileFeatures f, WireWriter out) {
    out.putLong(f.premiumMicros());
    out.putLong(f.size());
    out.putInt(f.prints());
    out.putInt(f.packets());
    out.putLong(f.spanNanos());
    out.putInt(f.venues());
    out.putDouble(f.quality());
    out.putDouble(f.buy());
    out.putDouble(f.sell());
    out.putDouble(f.delta());
    out.putDouble(f.iv());
    out.putDouble(f.ivShock());
    out.putDouble(f.moveBps());
    out.putDouble(f.symmetry());
    out.putDouble(f.premiumRank());
  }

  private static void reasons(List<Reason> reasons, WireWriter out) {
    for (Reason reason : reasons) {
      text(reason.code(), out);
      out.putDouble(reason.weight());
    }
  }

  static void hits(ClassifierHits e, WireWriter out) {
    DerivedWire.contract(e.contract(), out);
    out.putInt(e.revision());
    out.putLong(e.premiumMicros());
    out.putDouble(e.bias());
    out.putDouble(e.quality());
    hits(e.hits(), out);
  }

  private static void hits(List<ClassifierHit> hits, WireWriter out) {
    for (ClassifierHit hit : hits) {
      out.putByte(hit.classifier().ordinal());
      text(hit.variant(), out);
      out.putDouble(hit.confidence());
      out.putByte(hit.direction().ordinal());
      for (Condition c : hit.conditions()) {
        out.putDouble(c.measured());
        out.putDouble(c.threshold());
        out.putByte((c.known() ? 1 : 0) | (c.passed() ? 2 : 0));
      }
    }
  }

  static void alert(AlertChanged e, WireWriter out) {
    text(e.rule(), out);
    text(e.thesis(), out);
    out.putInt(e.revision());
    out.putByte(e.change().ordinal());
    out.putByte(e.direction().ordinal());
    out.putByte(e.severity().ordinal());
    out.putDouble(e.score().premium());
    out.putDouble(e.score().side());
    out.putDouble(e.score().unusualness());
    out.putDouble(e.score().structure());
    out.putDouble(e.score().classifier());
    out.putDouble(e.score().noise());
    out.putDouble(e.peak());
    out.putInt(e.count());
    out.putLong(e.premiumMicros());
    out.putLong(e.openedTsNanos());
    text(e.why(), out);
    hits(e.hits(), out);
    text(e.reason(), out);
  }

  static void verdict(OpenShareVerdict e, WireWriter out) {
    DerivedWire.contract(e.contract(), out);
    out.putByte(e.classifier().ordinal());
    out.putLong(e.volume());
    out.putLong(e.openInterestBefore());
    out.putLong(e.openInterestAfter());
    out.putInt(e.asOfDay());
    out.putDouble(e.openShare());
    out.putBoolean(e.confirmed());
  }

  private static void text(String text, WireWriter out) {
    out.putInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.putShort(text.charAt(i));
    }
  }
}
