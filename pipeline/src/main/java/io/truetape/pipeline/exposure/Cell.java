package io.truetape.pipeline.exposure;

import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// One contract: what it was priced at, open interest, and the session's signed volume.
final class Cell {
  final String root;
  final boolean isCall;
  final long strikeMicros;
  final int expiryDay;
  final int multiplier;
  long openInterest = -1;
  int oiAsOfDay;
  double flow;
  double variance;
  double volume;
  boolean isPriced;
  long pricedNanos;
  double iv;
  double delta;
  double gamma;
  double vanna;
  double charm;
  double spot;
  double forward;
  double years;
  double rate;
  boolean isEarly;

  Cell(Contract terms) {
    this(terms.root(), terms.isCall(), terms.strikeMicros(), terms.expiryDay(), terms.multiplier());
  }

  Cell(String root, boolean isCall, long strikeMicros, int expiryDay, int multiplier) {
    this.root = root;
    this.isCall = isCall;
    this.strikeMicros = strikeMicros;
    this.expiryDay = expiryDay;
    this.multiplier = multiplier;
  }

  void take(ContractPriced p) {
    isPriced = p.absence() == GreeksAbsence.NONE;
    pricedNanos = p.tsNanos();
    iv = p.greeks().iv();
    delta = p.greeks().delta();
    gamma = p.greeks().gamma();
    vanna = p.greeks().vanna();
    charm = p.greeks().charm();
    spot = p.spot();
    forward = p.forward();
    years = p.years();
    rate = p.rate();
    isEarly = p.earlyPremium() > 0;
  }

  /// Takes a publication when it is for the same or a later day; true when something changed.
  boolean publish(long interest, int asOfDay) {
    if (interest < 0 || asOfDay < oiAsOfDay) {
      return false;
    }
    boolean changed = interest != openInterest;
    openInterest = interest;
    oiAsOfDay = asOfDay;
    return changed;
  }

  /// Customers' signed volume and its variance.
  void trade(double signed, double spread, double size) {
    flow += signed;
    variance = Math.max(0, variance + spread);
    volume = Math.max(0, volume + size);
  }

  void newSession() {
    flow = 0;
    variance = 0;
    volume = 0;
  }

  /// Has greeks young enough, and time left, at `now`.
  boolean counts(long now, long hardLimitNanos) {
    return isPriced && now - pricedNanos <= hardLimitNanos && yearsAt(now) > 0;
  }

  double yearsAt(long now) {
    return years - (now - pricedNanos) / Exposures.YEAR_NANOS;
  }

  /// Dealers' contracts under the naive prior less what customers bought this session.
  double inventory(double dealerShare) {
    double prior = openInterest > 0 ? (isCall ? openInterest : -openInterest) : 0;
    return prior - dealerShare * flow;
  }

  void save(StateWriter out) {
    out.putText(root);
    out.putBoolean(isCall);
    out.putLong(strikeMicros);
    out.putInt(expiryDay);
    out.putInt(multiplier);
    out.putLong(openInterest);
    out.putInt(oiAsOfDay);
    out.putDouble(flow);
    out.putDouble(variance);
    out.putDouble(volume);
    out.putBoolean(isPriced);
    out.putLong(pricedNanos);
    out.putDouble(iv);
    out.putDouble(delta);
    out.putDouble(gamma);
    out.putDouble(vanna);
    out.putDouble(charm);
    out.putDouble(spot);
    out.putDouble(forward);
    out.putDouble(years);
    out.putDouble(rate);
    out.putBoolean(isEarly);
  }

  static Cell load(StateReader in) {
    Cell c = new Cell(in.getText(), in.getBoolean(), in.getLong(), in.getInt(), in.getInt());
    c.openInterest = in.getLong();
    c.oiAsOfDay = in.getInt();
    c.flow = in.getDouble();
    c.variance = in.getDouble();
    c.volume = in.getDouble();
    c.isPriced = in.getBoolean();
    c.pricedNanos = in.getLong();
    c.iv = in.getDouble();
    c.delta = in.getDouble();
    c.gamma = in.getDouble();
    c.vanna = in.getDouble();
    c.charm = in.getDouble();
    c.spot = in.getDouble();
    c.forward = in.getDouble();
    c.years = in.getDouble();
    c.rate = in.getDouble();
    c.isEarly = in.getBoolean();
    return c;
  }
}
