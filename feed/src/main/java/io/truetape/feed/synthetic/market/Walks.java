package io.truetape.feed.synthetic.market;

import io.truetape.model.event.Listings;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.SessionDay;
import java.util.ArrayList;
import java.util.List;

/// All underlyings moving together: one market factor with its own clustering, four steps a second.
public final class Walks {
  /// Time between two steps.
  public static final long SLICE_NANOS = 250_000_000L;

  private static final int SLICES_PER_MINUTE = 240;

  private final List<Underlying> underlyings = new ArrayList<>();
  private final EquityTape equities;
  private final Schedule schedule;
  private final Wire wire;
  private final PrintMaker prints;
  private final Dice dice;
  private double variance = 1;
  private long slices;

  public Walks(
      int count,
      Listings listings,
      EquityTape equities,
      Schedule schedule,
      Wire wire,
      PrintMaker prints,
      Dice dice) {
    this.equities = equities;
    this.schedule = schedule;
    this.wire = wire;
    this.prints = prints;
    this.dice = dice;
    for (Roster.Listing listing : Roster.take(count, dice)) {
      int number = listings.symbol(listing.symbol(), listing.kind());
      underlyings.add(new Underlying(listing, number, new Dice(dice.next())));
    }
  }

  public List<Underlying> underlyings() {
    return List.copyOf(underlyings);
  }

  /// One step of all, with the stock quotes it moves; times to expiry once a minute.
  public void step(List<Chain> chains, long tsNanos, SessionDay day) {
    double z = dice.gaussian();
    variance += 0.001 * (1 - variance) + 0.02 * variance * (z * z - 1);
    variance = Math.min(9, Math.max(0.2, variance));
    double factor = z * Math.sqrt(variance);
    double seconds = SLICE_NANOS * 1e-9;
    boolean wholeSecond = slices % 4 == 0;
    for (int i = 0; i < chains.size(); i++) {
      Underlying u = chains.get(i).underlying();
      if (u.isHalted(tsNanos)) {
        continue;
      }
      long bid = u.bidMicros();
      u.step(seconds, factor);
      boolean moved = bid != u.bidMicros() && (u.isIndex() ? wholeSecond : dice.chance(0.7));
      if (moved || (wholeSecond && dice.chance(0.5))) {
        equities.quote(u, tsNanos);
      }
    }
    if (slices++ % SLICES_PER_MINUTE == 0 || day.lateCloseNanos() - tsNanos < 0) {
      age(chains, tsNanos);
    }
  }

  /// Brings every chain's times to expiry up to date.
  public void age(List<Chain> chains, long tsNanos) {
    for (Chain chain : chains) {
      chain.age(tsNanos);
    }
  }

  /// One quote or index value for each.
  public void quoteAll(long tsNanos) {
    for (Underlying u : underlyings) {
      equities.quote(u, tsNanos);
    }
  }

  /// The gap from one session to the next: half a day's volatility.
  public void overnight() {
    double market = dice.gaussian() * 0.12 * Math.sqrt(0.4 / 252);
    for (Underlying u : underlyings) {
      u.gap(market, dice.gaussian());
    }
  }

  /// Plans one five-minute volatility pause of a stock, followed by reopening prints.
  public void scheduleHalt(List<Chain> chains, SessionDay day) {
    Chain chain = chains.get(dice.below(chains.size()));
    long at = day.openNanos() + 300_000_000_000L + dice.below(18_000) * 1_000_000_000L;
    if (chain.underlying().kind() != SymbolKind.STOCK || at > day.closeNanos() - 900_000_000_000L) {
      return;
    }
    schedule.at(
        at,
        ts -> {
          long until = ts + 300_000_000_000L;
          chain.underlying().jump(dice.chance(0.5) ? 0.05 : -0.05);
          chain.underlying().haltUntil(until);
          status(chain, ts, false, "volatility pause");
          schedule.at(until, resumed -> reopen(chain, resumed));
        });
  }

  private void reopen(Chain chain, long tsNanos) {
    status(chain, tsNanos, true, "resumed");
    for (int i = 0; i < 6; i++) {
      int strike = chain.nearest(0, chain.underlying().spot()) + i % 3;
      int c = Math.min(chain.strikes() - 1, strike) * 2 + i % 2;
      prints.print(chain, c, tsNanos + 40_000_000L * (i + 1), 0.5, 1 + dice.below(40), 'J');
    }
  }

  private void status(Chain chain, long tsNanos, boolean trading, String reason) {
    long ts = wire.stamp(tsNanos);
    wire.emit(
        new TradingStatus(
            ts, wire.heard(ts), FeedId.SYNTHETIC, chain.underlying().number(), trading, reason));
  }
}
