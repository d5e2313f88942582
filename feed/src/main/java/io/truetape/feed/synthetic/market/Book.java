package io.truetape.feed.synthetic.market;

import io.truetape.model.market.Nbbo;
import java.util.Arrays;

/// What the market last showed for each contract of a chain. Slots by contract index.
///
/// | slot | meaning |
/// |---|---|
/// | `bid`, `ask` | micro-dollars of the last NBBO sent; [Nbbo#MISSING] before the first |
/// | `quotedAt` | its time, 0 before the first |
/// | `mutedUntil` | no quote is sent before this time, so the last one grows old |
/// | `wideUntil` | quotes are several times too wide until then |
/// | `prints`, `volume`, `last` | of the session, cancels not taken back; `last` in micro-dollars |
final class Book {
  final long[] bid;
  final long[] ask;
  final long[] quotedAt;
  final long[] mutedUntil;
  final long[] wideUntil;
  final int[] prints;
  final int[] volume;
  final long[] last;
  final long[] lastSequence;
  final long[] openInterest;

  Book(int contracts) {
    bid = new long[contracts];
    ask = new long[contracts];
    Arrays.fill(bid, Nbbo.MISSING);
    Arrays.fill(ask, Nbbo.MISSING);
    quotedAt = new long[contracts];
    mutedUntil = new long[contracts];
    wideUntil = new long[contracts];
    prints = new int[contracts];
    volume = new int[contracts];
    last = new long[contracts];
    lastSequence = new long[contracts];
    openInterest = new long[contracts];
  }

  /// True when the last quote had two sides in order.
  boolean isTwoSided(int c) {
    return bid[c] >= 0 && ask[c] > bid[c];
  }
}
