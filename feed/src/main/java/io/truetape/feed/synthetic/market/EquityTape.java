package io.truetape.feed.synthetic.market;

import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Venue;

/// Stock quotes and prints, on exchanges and off them, and index values.
///
/// Off-exchange prints carry what their class carries on a real tape: sub-penny retail improvement,
/// midpoint, at the quote, block, qualified contingent (`7`), average price (`W`), derivatively
/// priced (`4`), late (`Z`), extended hours (`T`).
public final class EquityTape {
  private final Venue[] exchanges = {
    Venue.XNAS,
    Venue.XNYS,
    Venue.ARCX,
    Venue.BATS,
    Venue.EDGX,
    Venue.BATY,
    Venue.IEXG,
    Venue.MEMX,
    Venue.EPRL,
    Venue.XBOS,
    Venue.XPSX,
    Venue.XCIS
  };
  private final Venue[] facilities = {Venue.FINN, Venue.FINY, Venue.FINC};
  private final Picker exchange = new Picker(28, 14, 15, 11, 9, 4, 5, 6, 4, 1, 1, 2);
  private final Picker facility = new Picker(62, 30, 8);
  private final Picker offClass = new Picker(46, 20, 18, 2, 1.5, 2.5, 1.5, 1.5);
  private final Wire wire;
  private final Dice dice;

  public EquityTape(Wire wire, Dice dice) {
    this.wire = wire;
    this.dice = dice;
  }

  /// The current market of a stock, or the level of an index.
  public void quote(Underlying u, long tsNanos) {
    long ts = wire.stamp(tsNanos);
    if (u.isIndex()) {
      wire.emit(new IndexValue(ts, wire.heard(ts), FeedId.SYNTHETIC, u.number(), u.bidMicros()));
      return;
    }
    wire.emit(
        new EquityQuote(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            u.number(),
            u.bidMicros(),
            u.askMicros(),
            100 * (1 + dice.below(12)),
            100 * (1 + dice.below(12)),
            exchanges[exchange.pick(dice)].code(),
            exchanges[exchange.pick(dice)].code()));
  }

  /// One ordinary print: four in ten off-exchange.
  public void print(Underlying u, long tsNanos, boolean extended) {
    if (u.isIndex()) {
      return;
    }
    if (dice.chance(0.42)) {
      offExchange(u, tsNanos, extended);
      return;
    }
    int size = lots();
    String conditions = size < 100 ? "I" : dice.chance(0.25) ? "F" : "";
    long price = dice.chance(0.5) ? u.askMicros() : u.bidMicros();
    send(
        u,
        tsNanos,
        price,
        size,
        exchanges[exchange.pick(dice)],
        extended ? "T" + conditions : conditions);
  }

  /// The stock side of a stock-option order, reported as qualified contingent.
  public long tied(Underlying u, long tsNanos, int shares) {
    long mid = (u.bidMicros() + u.askMicros()) / 2;
    return send(u, tsNanos, mid, shares, facilities[facility.pick(dice)], "7");
  }

  private void offExchange(Underlying u, long ts, boolean extended) {
    Venue venue = facilities[facility.pick(dice)];
    long bid = u.bidMicros();
    long ask = u.askMicros();
    long mid = (bid + ask) / 2;
    boolean buys = dice.chance(0.5);
    long near = buys ? ask : bid;
    String hours = extended ? "T" : "";
    switch (offClass.pick(dice)) {
      case 0 -> {
        long improvement = 100L * (1 + dice.below(40));
        send(
            u, ts, buys ? ask - improvement : bid + improvement, 1 + dice.below(300), venue, hours);
      }
      case 1 -> send(u, ts, mid, lots(), venue, hours);
      case 2 -> send(u, ts, near, lots(), venue, hours);
      case 3 ->
          send(u, ts, dice.chance(0.6) ? mid : near, 10_000 + 100 * dice.below(900), venue, hours);
      case 4 -> send(u, ts, mid, 100 * (5 + dice.below(200)), venue, hours + "7");
      case 5 -> send(u, ts, around(mid, 30), 100 * (1 + dice.below(300)), venue, hours + "W");
      case 6 -> send(u, ts, around(mid, 15), 100 * (1 + dice.below(100)), venue, hours + "4");
      default -> send(u, ts, around(mid, 10), lots(), venue, hours + "Z");
    }
  }

  private long send(
      Underlying u, long tsNanos, long price, int size, Venue venue, String conditions) {
    long ts = wire.stamp(tsNanos);
    long sequence = wire.nextSequence();
    long behind =
        venue.isTradeReportingFacility()
            ? 400_000L + dice.below(8_000_000)
            : 20_000L + dice.below(300_000);
    wire.emit(
        new EquityPrint(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            u.number(),
            Math.max(100L, price),
            size,
            venue.code(),
            conditions,
            ts - behind,
            sequence,
            0));
    return sequence;
  }

  private long around(long mid, int bps) {
    return Math.round(mid * (1 + bps * 1e-4 * dice.gaussian()) / 100) * 100;
  }

  private int lots() {
    return dice.chance(0.55) ? 1 + dice.below(99) : 100 * (1 + dice.below(8));
  }
}
