package io.truetape.engine.run;

import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.exposure.ExposureTotals;
import io.truetape.model.event.derived.exposure.FlipPoint;
import io.truetape.model.event.derived.exposure.StrikeExposure;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.market.Greeks;

/// What the greeks and exposure rooms add to the digest.
final class PricedWire {
  private PricedWire() {}

  static void put(PricedPrint e, WireWriter out) {
    greeks(e.greeks(), out);
    out.putDouble(e.delta());
    out.putLong(e.deltaNotionalMicros());
    out.putDouble(e.forward());
    out.putBoolean(e.parityForward());
    out.putLong(e.markTsNanos());
    out.putByte(e.absence().ordinal());
  }

  static void put(ContractPriced e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putLong(e.markDoubleMicros());
    greeks(e.greeks(), out);
    out.putDouble(e.spot());
    out.putDouble(e.forward());
    out.putBoolean(e.parityForward());
    out.putDouble(e.years());
    out.putDouble(e.rate());
    out.putDouble(e.earlyPremium());
    out.putByte(e.absence().ordinal());
  }

  static void put(ExposureComputed e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putDouble(e.spot());
    for (BucketExposure b : e.buckets()) {
      totals(b.naive(), out);
      totals(b.allShort(), out);
      totals(b.flow(), out);
      out.putDouble(b.flowBand());
      out.putLong(b.openInterest());
      out.putLong(b.pricedInterest());
      out.putInt(b.priced());
    }
    out.putLong(e.callWallMicros());
    out.putLong(e.putWallMicros());
    flip(e.flip(), out);
    flip(e.flipIn30(), out);
    flip(e.flipIn60(), out);
    flip(e.flipAtClose(), out);
    out.putLong(e.flipTsNanos());
    for (StrikeExposure s : e.strikes()) {
      out.putLong(s.strikeMicros());
      out.putDouble(s.gexNaive());
      out.putDouble(s.gexShort());
      out.putDouble(s.gexFlow());
      out.putDouble(s.dex());
      out.putDouble(s.vex());
      out.putDouble(s.chex());
      out.putLong(s.callInterest());
      out.putLong(s.putInterest());
    }
    out.putInt(e.contracts());
  }

  private static void greeks(Greeks g, WireWriter out) {
    out.putDouble(g.iv());
    out.putDouble(g.delta());
    out.putDouble(g.gamma());
    out.putDouble(g.theta());
    out.putDouble(g.vega());
    out.putDouble(g.rho());
    out.putDouble(g.vanna());
    out.putDouble(g.charm());
  }

  private static void totals(ExposureTotals t, WireWriter out) {
    out.putDouble(t.gex());
    out.putDouble(t.dex());
    out.putDouble(t.vex());
    out.putDouble(t.chex());
  }

  private static void flip(FlipPoint f, WireWriter out) {
    out.putDouble(f.naive());
    out.putDouble(f.flow());
    out.putBoolean(f.isNaive());
    out.putBoolean(f.isFlow());
    out.putDouble(f.gex());
  }
}
