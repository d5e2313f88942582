package io.truetape.feed.synthetic.market;

import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Roots;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What happens before the bell: open interest, a few prints of the night session, first quotes.
///
/// Open interest starts from a guess by distance and time, and from then on follows volume: each
/// close adds between -20 % and +60 % of the day's volume, never below 0.
public final class Opening {
  private static final double NEVER_QUOTED = 0.03;

  private final Wire wire;
  private final Dice dice;
  private final QuoteMaker quotes;
  private final PrintMaker prints;
  private final Schedule schedule;
  private final Map<Integer, Long> openInterest = new TreeMap<>();

  public Opening(Wire wire, Dice dice, QuoteMaker quotes, PrintMaker prints, Schedule schedule) {
    this.wire = wire;
    this.dice = dice;
    this.quotes = quotes;
    this.prints = prints;
    this.schedule = schedule;
  }

  /// Publishes open interest of every contract as of `asOf`, a microsecond apart.
  public void openInterest(List<Chain> chains, LocalDate asOf, LocalDate today, long tsNanos) {
    long ts = tsNanos;
    for (Chain chain : chains) {
      for (int c = 0; c < chain.size(); c++) {
        ts = wire.stamp(ts + 1_000);
        long contracts = known(chain, c, (int) today.toEpochDay());
        chain.book.openInterest[c] = contracts;
        wire.emit(
            new OpenInterest(
                ts,
                wire.heard(ts),
                FeedId.SYNTHETIC,
                chain.number(c),
                contracts,
                (int) asOf.toEpochDay(),
                "synthetic"));
      }
    }
  }

  /// Schedules prints of index options in the night session, coded extended hours.
  public void night(List<Chain> chains, long fromNanos, long toNanos) {
    for (Chain chain : chains) {
      if (chain.underlying().isIndex() && Roots.tradesLate(chain.underlying().symbol())) {
        for (long ts = fromNanos;
            ts < toNanos;
            ts += 2_000_000_000L + dice.below(9_000) * 1_000_000L) {
          schedule.at(ts, at -> nightPrint(chain, at));
        }
      }
    }
  }

  /// One quote for every contract at the bell; a few stay without any for up to an hour.
  public void firstQuotes(List<Chain> chains, long tsNanos) {
    for (Chain chain : chains) {
      for (int c = 0; c < chain.size(); c++) {
        if (dice.chance(NEVER_QUOTED)) {
          quotes.mute(chain, c, tsNanos + dice.below(3_600) * 1_000_000_000L);
        } else {
          quotes.refresh(chain, c, tsNanos);
        }
      }
    }
  }

  /// Remembers what was traded for tomorrow's open interest.
  public void close(List<Chain> chains) {
    for (Chain chain : chains) {
      for (int c = 0; c < chain.size(); c++) {
        long change = Math.round(chain.book.volume[c] * dice.between(-0.2, 0.6));
        openInterest.put(chain.number(c), Math.max(0, chain.book.openInterest[c] + change));
      }
    }
  }

  private void nightPrint(Chain chain, long tsNanos) {
    int expiry = dice.below(Math.min(4, chain.expiries()));
    int strike = chain.nearest(expiry, chain.underlying().spot()) + dice.between(-3, 3);
    int bounded = Math.max(0, Math.min(chain.strikes() - 1, strike));
    int c = (expiry * chain.strikes() + bounded) * 2 + dice.below(2);
    quotes.refresh(chain, c, tsNanos);
    prints.print(chain, c, tsNanos + 50_000, dice.chance(0.5) ? 1 : 0, 1 + dice.below(20), 'v');
  }

  private long known(Chain chain, int c, int today) {
    Long carried = openInterest.get(chain.number(c));
    if (carried != null) {
      return carried;
    }
    int expiry = chain.expiryOf(c);
    double away = chain.nearest(expiry, chain.underlying().spot()) - (c >> 1) % chain.strikes();
    double sigma = Math.max(1, chain.sigmaInStrikes(expiry));
    double near = StrictMath.exp(-0.3 * away * away / (sigma * sigma));
    double round = chain.terms(c).strikeMicros() % 10_000_000L == 0 ? 2.5 : 1;
    double scale = 40 * Math.sqrt(chain.underlying().share()) * near * round;
    double weight = chain.dte(expiry, today) > 5 ? 1.5 : 0.7;
    return dice.chance(0.06)
        ? 0
        : Math.round(scale * weight * StrictMath.exp(1.1 * dice.gaussian()));
  }
}
