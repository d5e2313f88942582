package io.truetape.feed.synthetic.market;

import io.truetape.model.event.Listings;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;
import java.util.List;

/// Lists a day's chain of one underlying: expiries times strikes around the spot, calls and puts.
///
/// Steps follow the exchanges' habits by price; far expiries use every second, fifth ... strike so
/// that two standard deviations fit. Every contract is asked from the listings in index order.
public final class ChainMaker {
  private static final int MAJOR_SIDE = 20;
  private static final int MINOR_SIDE = 12;

  private final SessionClock clock;
  private final Listings listings;
  private final Expiries expiries;
  private final Normal normal = new Normal();

  public ChainMaker(SessionClock clock, Listings listings) {
    this.clock = clock;
    this.listings = listings;
    this.expiries = new Expiries(clock.calendar());
  }

  public Chain list(Underlying u, LocalDate today) {
    List<Expiries.Slot> slots = expiries.of(u, today);
    int side = u.share() >= 40 ? MAJOR_SIDE : MINOR_SIDE;
    int strikes = 2 * side + 1;
    int contracts = slots.size() * strikes * 2;
    Contract[] terms = new Contract[contracts];
    int[] numbers = new int[contracts];
    long[] settles = new long[slots.size()];
    for (int e = 0; e < slots.size(); e++) {
      Expiries.Slot slot = slots.get(e);
      long step = step(u, slot, today, side);
      long centre = Math.max(side + 1L, Math.round(u.spot() * 1e6 / step));
      for (int s = 0; s < strikes; s++) {
        for (int right = 0; right < 2; right++) {
          int c = (e * strikes + s) * 2 + right;
          terms[c] = terms(slot, right, (centre - side + s) * step);
          numbers[c] = listings.contract(terms[c]);
        }
      }
      settles[e] = clock.settlementNanos(terms[e * strikes * 2]);
    }
    return new Chain(u, normal, strikes, terms, numbers, settles);
  }

  private static Contract terms(Expiries.Slot slot, int right, long strikeMicros) {
    return Contract.standard(
        slot.root(),
        (int) slot.day().toEpochDay(),
        right == 0 ? Right.CALL : Right.PUT,
        strikeMicros);
  }

  private static long step(Underlying u, Expiries.Slot slot, LocalDate today, int side) {
    long base = baseStep(u);
    double days = Math.max(1, slot.day().toEpochDay() - today.toEpochDay());
    double reach = 2 * u.spot() * u.vol() * Math.sqrt(days / 365) * 1e6;
    long[] multiples = {1, 2, 5, 10, 20, 40, 50};
    for (long multiple : multiples) {
      boolean fits = (side + 1) * base * multiple < u.spot() * 1e6;
      if (!fits || side * base * multiple >= reach) {
        return fits || multiple == 1 ? base * multiple : base;
      }
    }
    return base * 20;
  }

  private static long baseStep(Underlying u) {
    double spot = u.spot();
    if (Roots.isIndexSymbol(u.symbol())) {
      return spot < 100 ? 500_000L : spot < 10_000 ? 5_000_000L : 25_000_000L;
    }
    if (Expiries.isDaily(u.symbol())) {
      return 1_000_000L;
    }
    return spot < 25 ? 500_000L : spot < 100 ? 1_000_000L : spot < 250 ? 2_500_000L : 5_000_000L;
  }
}
