package io.truetape.engine.run;

import io.truetape.engine.wire.BaselineWire;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.FlowRate;
import io.truetape.model.event.derived.strikes.HeatCell;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.event.derived.strikes.StrikeRow;

/// Canonical bytes of off-exchange, strike, minute and baseline conclusions. No log positions.
final class FlowWire {
  private FlowWire() {}

  static void put(OffExchangePrint e, WireWriter out) {
    out.putLong(e.nbbo().bidMicros());
    out.putLong(e.nbbo().askMicros());
    out.putLong(e.nbbo().tsNanos());
    out.putByte(e.location().ordinal());
    out.putByte(e.trfClass().ordinal());
    out.putByte(e.retailSide().ordinal());
    out.putDouble(e.pAts());
    out.putBoolean(e.mayInform());
  }

  static void put(DarkInference e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putByte(e.darkKind().ordinal());
    out.putDouble(e.confidence());
    out.putLong(e.fromNanos());
    out.putLong(e.toNanos());
    out.putLong(e.size());
    out.putLong(e.notionalMicros());
    out.putLong(e.lowMicros());
    out.putLong(e.highMicros());
    out.putLong(e.moveMicros());
    out.putInt(e.prints());
    out.putInt(e.evidence().size());
  }

  static void put(LiquidityZone e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putInt(e.zone());
    out.putLong(e.lowMicros());
    out.putLong(e.highMicros());
    out.putLong(e.volume());
    out.putInt(e.prints());
    out.putLong(e.firstSeenNanos());
    out.putLong(e.lastSeenNanos());
    out.putInt(e.windows());
    out.putDouble(e.strength());
    out.putBoolean(e.isOpen());
  }

  static void put(StrikeBoard e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putInt(e.expiryDay());
    out.putLong(e.spotMicros());
    out.putLong(e.spotTsNanos());
    out.putLong(e.centreMicros());
    out.putLong(e.focusMicros());
    out.putInt(e.rows().size());
    for (StrikeRow row : e.rows()) {
      row(row, out);
    }
  }

  private static void row(StrikeRow r, WireWriter out) {
    out.putLong(r.strikeMicros());
    out.putLong(r.callVolume());
    out.putLong(r.putVolume());
    out.putLong(r.callPremiumMicros());
    out.putLong(r.putPremiumMicros());
    out.putLong(r.signedPremiumMicros());
    out.putLong(r.weightedPremiumMicros());
    out.putDouble(r.signedDelta());
    out.putDouble(r.weightedDelta());
    out.putDouble(r.weightedGamma());
    out.putLong(r.deltaVolume());
    out.putLong(r.callLastMicros());
    out.putLong(r.putLastMicros());
    out.putDouble(r.callIv());
    out.putDouble(r.putIv());
    out.putLong(r.callOi());
    out.putLong(r.putOi());
    for (FlowRate rate : r.rates()) {
      out.putInt(rate.barSeconds());
      out.putDouble(rate.volumeVelocity());
      out.putDouble(rate.premiumVelocity());
      out.putDouble(rate.premiumAcceleration());
      out.putDouble(rate.deltaVelocity());
      out.putDouble(rate.deltaAcceleration());
    }
  }

  static void put(FlowMinute e, WireWriter out) {
    out.putLong(e.startNanos());
    out.putInt(e.prints());
    out.putLong(e.callVolume());
    out.putLong(e.putVolume());
    out.putLong(e.callPremiumMicros());
    out.putLong(e.putPremiumMicros());
    out.putLong(e.unclassifiedMicros());
    out.putLong(e.signedCallMicros());
    out.putLong(e.signedPutMicros());
    out.putLong(e.weightedCallMicros());
    out.putLong(e.weightedPutMicros());
    out.putLong(e.driftSignedMicros());
    out.putLong(e.driftWeightedMicros());
    out.putInt(e.revision());
  }

  static void put(HeatCells e, WireWriter out) {
    out.putLong(e.startNanos());
    out.putInt(e.cells().size());
    for (HeatCell c : e.cells()) {
      out.putLong(c.strikeMicros());
      out.putByte(c.bucket().ordinal());
      out.putLong(c.volume());
      out.putLong(c.premiumMicros());
      out.putLong(c.signedMicros());
      out.putLong(c.weightedMicros());
    }
    out.putInt(e.otherPrints());
    out.putLong(e.otherVolume());
    out.putLong(e.otherPremiumMicros());
    out.putLong(e.otherSignedMicros());
    out.putLong(e.otherWeightedMicros());
  }

  static void put(BaselineSummary e, WireWriter out) {
    out.putInt(e.day());
    out.putDouble(e.medianLnPremium());
    out.putDouble(e.madLnPremium());
    BaselineWire.put(e.session(), out);
  }
}
