package io.truetape.pipeline.greeks;

import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// One contract: its quotes, and the greeks it was last given with what they were made from.
final class Mark {
  final int contractId;
  final Contract terms;
  final long settleNanos;
  final boolean isEuropean;
  final double strike;
  final Trail quotes = new Trail();
  final Anchor anchor = new Anchor();
  Greeks greeks = Greeks.NONE;
  GreeksAbsence absence = GreeksAbsence.NOT_YET;
  long pricedNanos;
  long quoteNanos;
  double spot;
  double forward;
  boolean parityForward;
  double years;
  double rate;
  double earlyPremium;
  long doubleMid;

  Mark(int contractId, Contract terms, long settleNanos) {
    this.contractId = contractId;
    this.terms = terms;
    this.settleNanos = settleNanos;
    this.isEuropean = terms.style() == ExerciseStyle.EUROPEAN;
    this.strike = terms.strikeMicros() / 1e6;
  }

  /// No greeks from now on, and why.
  void fail(GreeksAbsence why, long tsNanos) {
    greeks = Greeks.NONE;
    absence = why;
    pricedNanos = tsNanos;
  }

  void save(StateWriter out) {
    quotes.save(out);
    anchor.save(out);
    out.putDouble(greeks.iv());
    out.putDouble(greeks.delta());
    out.putDouble(greeks.gamma());
    out.putDouble(greeks.theta());
    out.putDouble(greeks.vega());
    out.putDouble(greeks.rho());
    out.putDouble(greeks.vanna());
    out.putDouble(greeks.charm());
    out.putInt(absence.ordinal());
    out.putLong(pricedNanos);
    out.putLong(quoteNanos);
    out.putDouble(spot);
    out.putDouble(forward);
    out.putBoolean(parityForward);
    out.putDouble(years);
    out.putDouble(rate);
    out.putDouble(earlyPremium);
    out.putLong(doubleMid);
  }

  void load(StateReader in) {
    quotes.load(in);
    anchor.load(in);
    greeks =
        new Greeks(
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble());
    absence = GreeksAbsence.values()[in.getInt()];
    pricedNanos = in.getLong();
    quoteNanos = in.getLong();
    spot = in.getDouble();
    forward = in.getDouble();
    parityForward = in.getBoolean();
    years = in.getDouble();
    rate = in.getDouble();
    earlyPremium = in.getDouble();
    doubleMid = in.getLong();
  }
}
