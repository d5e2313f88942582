package io.truetape.server.view;

import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.VendorGreeks;

/// A print's greeks as JSON: ours or why there are none, and the vendor's beside them.
public final class GreeksJson {
  private GreeksJson() {}

  /// Appends the fields. Greeks are raw partial derivatives per share, time in years; dollars exact.
  public static void write(Json out, PricedPrint p) {
    boolean priced = p.isPriced();
    Greeks g = p.greeks();
    real(out, "iv", g.iv(), priced);
    real(out, "delta", p.delta(), priced);
    real(out, "gamma", g.gamma(), priced);
    real(out, "theta", g.theta(), priced);
    real(out, "vega", g.vega(), priced);
    real(out, "rho", g.rho(), priced);
    real(out, "vanna", g.vanna(), priced);
    real(out, "charm", g.charm(), priced);
    out.dollars("deltaNotional", p.deltaNotionalMicros(), priced);
    long signed = Math.round(p.signedDeltaNotionalMicros());
    out.dollars("signedDeltaNotional", signed, priced);
    real(out, "forward", p.forward(), priced);
    out.name("parityForward");
    if (priced) {
      out.truth(p.parityForward());
    } else {
      out.none();
    }
    out.name("greeksAgeNanos");
    if (priced) {
      out.whole(p.tsNanos() - p.markTsNanos());
    } else {
      out.none();
    }
    out.name("greeksAbsence");
    if (p.absence() == GreeksAbsence.NONE) {
      out.none();
    } else {
      out.text(FlowJson.lower(p.absence()));
    }
    vendor(out, p.quoted().print().print().vendor());
  }

  private static void vendor(Json out, VendorGreeks v) {
    boolean present = v.isPresent();
    real(out, "vendorIv", v.iv(), present);
    real(out, "vendorDelta", v.delta(), present);
    real(out, "vendorGamma", v.gamma(), present);
    real(out, "vendorTheta", v.theta(), present);
    real(out, "vendorVega", v.vega(), present);
  }

  private static void real(Json out, String name, double value, boolean present) {
    out.name(name).real(present ? value : Double.NaN);
  }
}
