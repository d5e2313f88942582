package io.truetape.model.market;

/// National best bid and offer at one instant.
///
/// | component | unit |
/// |---|---|
/// | `bidMicros`, `askMicros` | micro-dollars; [#MISSING] when that side is absent (0 is a real bid of nothing) |
/// | `bidSize`, `askSize` | contracts or shares; 0 when unknown |
/// | `tsNanos` | exchange time of the quote, UTC epoch nanoseconds |
public record Nbbo(long bidMicros, long askMicros, int bidSize, int askSize, long tsNanos) {
  /// Price of a side that is not there.
  public static final long MISSING = -1L;

  /// No quote at all.
  public static final Nbbo NONE = new Nbbo(MISSING, MISSING, 0, 0, 0L);

  /// True when there is a quote, even a one-sided one.
  public boolean isPresent() {
    return tsNanos != 0L;
  }

  /// True when both sides are there and the ask is a price.
  public boolean isTwoSided() {
    return bidMicros >= 0 && askMicros > 0;
  }

  /// Ask minus bid, micro-dollars. Only for two-sided quotes.
  public long spreadMicros() {
    return askMicros - bidMicros;
  }

  /// Twice the mid, so that odd spreads stay exact.
  public long doubleMidMicros() {
    return bidMicros + askMicros;
  }
}
