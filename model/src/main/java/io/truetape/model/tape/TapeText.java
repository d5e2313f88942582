package io.truetape.model.tape;

import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.price.Price;

/// One line being written: words in order, then the `key=value` pairs that are not at their
/// default.
final class TapeText {
  private final StringBuilder out = new StringBuilder(96);
  private final StringBuilder keys = new StringBuilder(32);

  /// Free text or a name; quoted when it has to be.
  TapeText word(String text) {
    return raw(Quoting.quote(text));
  }

  /// A word that needs no quotes, after two spaces when `wide`.
  TapeText raw(String text) {
    out.append(out.isEmpty() ? "" : " ").append(text);
    return this;
  }

  /// An extra space, for people.
  TapeText gap() {
    out.append(' ');
    return this;
  }

  TapeText number(long value) {
    return raw(Long.toString(value));
  }

  /// Dollars; `-` for a side that is absent.
  TapeText price(long micros) {
    return raw(dollars(micros));
  }

  TapeText market(long bidMicros, long askMicros) {
    return price(bidMicros).raw("x").price(askMicros);
  }

  TapeText key(String key, String value) {
    keys.append(' ').append(key).append('=').append(Quoting.quote(value));
    return this;
  }

  TapeText key(String key, String value, String absent) {
    return value.equals(absent) ? this : key(key, value);
  }

  TapeText key(String key, long value, long absent) {
    return value == absent ? this : rawKey(key, Long.toString(value));
  }

  TapeText sizes(int bid, int ask) {
    return bid == 0 && ask == 0 ? this : rawKey("size", bid + "x" + ask);
  }

  TapeText venue(String key, int code, int absent) {
    return code == absent ? this : rawKey(key, TapeCodes.venue(code));
  }

  TapeText money(String key, long micros, long absent) {
    return micros == absent ? this : rawKey(key, Price.format(micros));
  }

  TapeText span(String key, long nanos) {
    return rawKey(key, TapeClock.span(nanos));
  }

  /// `nbbo=1.20x1.25/10x20@-5ms`: prices, sizes unless both 0, age against `atNanos`.
  TapeText nbbo(Nbbo nbbo, long atNanos) {
    if (nbbo.equals(Nbbo.NONE)) {
      return this;
    }
    StringBuilder b = new StringBuilder(32);
    b.append(dollars(nbbo.bidMicros())).append('x').append(dollars(nbbo.askMicros()));
    if (nbbo.bidSize() != 0 || nbbo.askSize() != 0) {
      b.append('/').append(nbbo.bidSize()).append('x').append(nbbo.askSize());
    }
    b.append('@').append(nbbo.tsNanos() == 0 ? "none" : TapeClock.span(nbbo.tsNanos() - atNanos));
    return rawKey("nbbo", b.toString());
  }

  /// `greeks=iv,delta,gamma,theta,vega`.
  TapeText greeks(VendorGreeks g) {
    return g.equals(VendorGreeks.NONE)
        ? this
        : rawKey(
            "greeks",
            g.iv() + "," + g.delta() + "," + g.gamma() + "," + g.theta() + "," + g.vega());
  }

  TapeText flags(int flags) {
    return flags == 0 ? this : rawKey("flags", TapeCodes.flags(flags));
  }

  @Override
  public String toString() {
    return out.toString() + keys;
  }

  TapeText rawKey(String key, String value) {
    keys.append(' ').append(key).append('=').append(value);
    return this;
  }

  private static String dollars(long micros) {
    return micros == Nbbo.MISSING ? "-" : Price.format(micros);
  }
}
