package io.truetape.testkit;

import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Right;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A handful of underlyings and contracts with random quotes and prints, seeded. Quick, not real:
/// for tests of the machinery, not of the meaning. Quote times are unique per instrument.
public final class SmallMarket {
  private static final long MIN_STEP = 50_000L;

  private final SplittableRandom random;
  private final Listings listings;
  private final List<SourceEvent> events = new ArrayList<>();
  private final String[] symbols = {"SPY", "AAPL", "NVDA", "TSLA", "QQQ"};
  private final long[] spots = {600_000_000, 230_000_000, 140_000_000, 250_000_000, 500_000_000};
  private final int[] symbolIds = new int[5];
  private final int[][] contracts = new int[5][8];
  private final long[][] strikes = new long[5][8];
  private long now;
  private long sequence;

  private SmallMarket(long seed, Listings listings) {
    this.random = new SplittableRandom(seed);
    this.listings = listings;
  }

  /// `count` events from 09:30 of 2026-01-16 on, about `perSecond` of them per second.
  public static List<SourceEvent> events(long seed, int count, int perSecond, Listings listings) {
    SmallMarket market = new SmallMarket(seed, listings);
    market.list();
    LocalDate day = LocalDate.of(2026, 1, 16);
    market.now = SessionClock.standard().at(day, LocalTime.of(9, 30));
    long step = Math.max(MIN_STEP + 1, 2_000_000_000L / perSecond);
    while (market.events.size() < count) {
      market.now += MIN_STEP + market.random.nextLong(step);
      market.one();
    }
    return market.events;
  }

  private void list() {
    int expiry = (int) LocalDate.of(2026, 1, 16).toEpochDay();
    for (int s = 0; s < symbols.length; s++) {
      symbolIds[s] =
          listings.symbol(symbols[s], s == 0 || s == 4 ? SymbolKind.ETF : SymbolKind.STOCK);
      for (int c = 0; c < 8; c++) {
        strikes[s][c] = spots[s] / 1_000_000 * 1_000_000 + (c - 4L) * 5_000_000L;
        Right right = c % 2 == 0 ? Right.CALL : Right.PUT;
        contracts[s][c] =
            listings.contract(
                Contract.standard(symbols[s], expiry + 7 * (c % 3), right, strikes[s][c]));
        events.add(
            new OpenInterest(
                1, 1, FeedId.SYNTHETIC, contracts[s][c], 100L * c, expiry - 1, "small"));
      }
    }
  }

  private void one() {
    int s = random.nextInt(symbols.length);
    int c = random.nextInt(8);
    double kind = random.nextDouble();
    if (kind < 0.15) {
      stockQuote(s);
    } else if (kind < 0.25) {
      stockPrint(s);
    } else if (kind < 0.6) {
      quote(contracts[s][c]);
    } else {
      print(contracts[s][c]);
    }
  }

  private void stockQuote(int s) {
    spots[s] += random.nextLong(-20, 21) * 10_000;
    long bid = spots[s] - 5_000;
    long ask = spots[s] + 5_000;
    int symbol = symbolIds[s];
    events.add(new EquityQuote(now, now, FeedId.SYNTHETIC, symbol, bid, ask, 3, 4, 40, 41));
  }

  private void stockPrint(int s) {
    int venue = random.nextBoolean() ? Venue.FINN.code() : Venue.XNAS.code();
    int size = random.nextInt(1, 900);
    String conditions = size < 100 ? "I" : "";
    long price = spots[s];
    int symbol = symbolIds[s];
    events.add(
        new EquityPrint(
            now, now, FeedId.SYNTHETIC, symbol, price, size, venue, conditions, 0, ++sequence, 0));
  }

  private void quote(int contract) {
    long bid = 1_000_000 + random.nextLong(300) * 10_000L;
    long ask = bid + random.nextLong(0, 12) * 10_000;
    int bidSize = random.nextInt(1, 60);
    int askSize = random.nextInt(1, 60);
    int venue = Venue.OPRA.code();
    events.add(
        new OptionQuote(
            now, now, FeedId.SYNTHETIC, contract, bid, ask, bidSize, askSize, venue, 3, 5));
  }

  private void print(int contract) {
    long price = 1_000_000 + random.nextLong(320) * 10_000;
    int condition = "IISabfgjk ".charAt(random.nextInt(10));
    int size = random.nextInt(1, 200);
    report(contract, price, size, random.nextInt(1, 20), condition);
    if (random.nextDouble() < 0.01) {
      now += MIN_STEP;
      report(contract, price, size, 3, 'A');
    }
  }

  private void report(int contract, long price, int size, int venue, int condition) {
    Nbbo none = Nbbo.NONE;
    VendorGreeks greeks = VendorGreeks.NONE;
    FeedId feed = FeedId.SYNTHETIC;
    long vendor = ++sequence;
    events.add(
        new OptionPrint(
            now, now, feed, contract, price, size, venue, condition, vendor, none, greeks, 0));
  }
}
