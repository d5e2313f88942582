package io.truetape.feed.synthetic.market;

import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Venue;

/// Makes markets around the value of a contract: the NBBO, sometimes one venue's own market.
///
/// The half spread is half a tick plus a share of the price that grows with illiquidity; both sides
/// are rounded outwards to the tick. Noise: stretches without quotes, wide stretches, a few locked,
/// crossed and one-sided markets.
public final class QuoteMaker {
  private static final long NANOS = 5_000_000_000L;

  /// Nanoseconds of a contract's life between stretches without quotes, and with wide ones.
  private static final double MUTE_EVERY = 700e9;

  private static final double WIDE_EVERY = 900e9;

  private final Wire wire;
  private final Dice dice;
  private final Venues venues = new Venues();
  private double fear = 1;

  public QuoteMaker(Wire wire, Dice dice) {
    this.wire = wire;
    this.dice = dice;
  }

  /// Widens every spread by this factor; 1 in quiet times.
  public void fear(double factor) {
    fear = factor;
  }

  /// Sends a fresh NBBO unless the contract is muted; true when one was sent.
  public boolean refresh(Chain chain, int c, long tsNanos) {
    Book book = chain.book;
    if (tsNanos < book.mutedUntil[c]) {
      return false;
    }
    long bits = dice.next();
    long elapsed = Math.min(tsNanos - book.quotedAt[c], NANOS);
    if ((bits >>> 44) * 0x1p-20 * MUTE_EVERY < elapsed) {
      book.mutedUntil[c] = tsNanos + 2_000_000_000L + (bits & 0xFFFF) * 800_000L;
    } else if (((bits >>> 24) & 0xFFFFF) * 0x1p-20 * WIDE_EVERY < elapsed) {
      book.wideUntil[c] = tsNanos + 1_000_000_000L + (bits & 0xFFFF) * 300_000L;
    }
    price(chain, c, tsNanos);
    disturb(book, c, (int) (bits >>> 20) & 0xFFF);
    send(chain, c, tsNanos, bits);
    return true;
  }

  /// Stops quotes of a contract for a while.
  public void mute(Chain chain, int c, long untilNanos) {
    chain.book.mutedUntil[c] = untilNanos;
  }

  /// Makes quotes of a contract wide for a while.
  public void widen(Chain chain, int c, long untilNanos) {
    chain.book.wideUntil[c] = untilNanos;
  }

  /// One venue's own market, at or outside the NBBO.
  void single(Chain chain, int c, long tsNanos) {
    Book book = chain.book;
    if (!book.isTwoSided(c)) {
      return;
    }
    int venue = venues.any(chain.underlying(), dice);
    long tick = chain.tick(book.ask[c] * 1e-6);
    long ts = wire.stamp(tsNanos);
    wire.emit(
        new OptionQuote(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            chain.number(c),
            Math.max(0, book.bid[c] - tick * dice.below(3)),
            book.ask[c] + tick * dice.below(3),
            1 + dice.below(40),
            1 + dice.below(40),
            venue,
            venue,
            venue));
  }

  private void price(Chain chain, int c, long tsNanos) {
    Book book = chain.book;
    double value = chain.value(c);
    long tick = chain.tick(value);
    double tickDollars = tick * 1e-6;
    double half = 0.5 * tickDollars + value * chain.underlying().spread() * fear;
    if (tsNanos < book.wideUntil[c]) {
      half = half * 6 + 4 * tickDollars;
    }
    long bid = (long) Math.floor((value - half) / tickDollars + 1e-9) * tick;
    long ask = (long) Math.ceil((value + half) / tickDollars - 1e-9) * tick;
    book.bid[c] = Math.max(0, bid);
    book.ask[c] = Math.max(ask, book.bid[c] + tick);
  }

  /// About one quote in 1,400 is locked, crossed or one-sided.
  private static void disturb(Book book, int c, int throwOf4096) {
    if (throwOf4096 == 0) {
      book.bid[c] = book.ask[c];
    } else if (throwOf4096 == 1) {
      long bid = book.bid[c];
      book.bid[c] = book.ask[c];
      book.ask[c] = Math.max(bid, 10_000L);
    } else if (throwOf4096 == 2) {
      book.bid[c] = Nbbo.MISSING;
    }
  }

  private void send(Chain chain, int c, long tsNanos, long bits) {
    Book book = chain.book;
    Underlying u = chain.underlying();
    long ts = wire.stamp(tsNanos);
    book.quotedAt[c] = ts;
    boolean hasBid = book.bid[c] > 0;
    int bidSize = hasBid ? size(bits >>> 32) : 0;
    wire.emit(
        new OptionQuote(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            chain.number(c),
            book.bid[c],
            book.ask[c],
            bidSize,
            size(bits >>> 48),
            Venue.OPRA.code(),
            hasBid ? venues.any(u, dice) : 0,
            venues.any(u, dice)));
  }

  /// 1 to about 500 contracts, mostly small.
  private static int size(long bits) {
    int a = (int) (bits & 0xFF);
    int b = (int) ((bits >>> 8) & 0xFF);
    return 1 + a * b / 128 + ((a & 0xF) == 0 ? b : 0);
  }
}
