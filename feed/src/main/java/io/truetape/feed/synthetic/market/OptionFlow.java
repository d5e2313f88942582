package io.truetape.feed.synthetic.market;

import io.truetape.model.market.Right;

/// The everyday option tape: who trades what, where in the spread, under which code.
///
/// An arrival is one order: a single print, a few fills of one contract, or a package whose legs
/// share a code and nearly a time. Before it the contract is quoted, after it often again.
public final class OptionFlow {
  private static final String CODES = "ISab cdefghijlmknopqrstuBDFH";

  private final QuoteMaker quotes;
  private final PrintMaker prints;
  private final EquityTape equities;
  private final Dice dice;
  private final Picker code =
      new Picker(
          62, 11, 9.5, 1.6, 0.3, 0.7, 0.2, 0.35, 3.6, 1.1, 0.2, 0.18, 1.4, 0.35, 0.1, 0.08, 0.2,
          0.08, 0.05, 0.15, 0.07, 0.04, 0.1, 0.03, 0.1, 0.1, 0.02, 0.02);
  private final Picker place = new Picker(1.5, 31, 9, 15, 9, 32, 2.5);
  private final double[] places = {1.3, 1, 0.75, 0.5, 0.25, 0, -0.3};

  public OptionFlow(QuoteMaker quotes, PrintMaker prints, EquityTape equities, Dice dice) {
    this.quotes = quotes;
    this.prints = prints;
    this.equities = equities;
    this.dice = dice;
  }

  /// One order in a chain.
  public void arrive(Chain chain, Picker expiry, long tsNanos) {
    char condition = CODES.charAt(code.pick(dice));
    if ((condition == 't' || condition == 'u') && !chain.underlying().symbol().equals("SPX")) {
      condition = 'f';
    }
    boolean tied = condition >= 'k' && condition <= 's' && condition != 'l' && condition != 'm';
    if (tied && chain.underlying().isIndex()) {
      condition = 'f';
      tied = false;
    }
    int c = pick(chain, expiry.pick(dice));
    boolean leg =
        condition == 'j'
            || condition == 'l'
            || condition == 'm'
            || (condition >= 'f' && condition <= 'i')
            || condition == 't'
            || condition == 'u';
    long ts = tsNanos;
    if (leg) {
      ts = packageOf(chain, c, ts, condition);
    } else if (tied) {
      single(chain, c, ts, condition);
      equities.tied(chain.underlying(), ts + 20_000, 100 * (1 + dice.below(30)));
    } else {
      single(chain, c, ts, condition);
    }
    if (dice.chance(0.65)) {
      quotes.refresh(chain, dice.chance(0.6) ? c : neighbour(chain, c), ts + 30_000);
    }
    if (dice.chance(0.06)) {
      quotes.single(chain, c, ts + 35_000);
    }
  }

  /// A contract of an expiry: near the money, a little more often out of it, calls first.
  public int pick(Chain chain, int expiry) {
    Underlying u = chain.underlying();
    Right right = dice.chance(u.isIndex() ? 0.47 : 0.56) ? Right.CALL : Right.PUT;
    double sigma = Math.max(1.2, Math.min(chain.strikes() / 3.0, chain.sigmaInStrikes(expiry)));
    double out = (0.35 + 0.8 * dice.gaussian()) * sigma;
    int offset = (int) Math.rint(right == Right.CALL ? out : -out);
    int strike = chain.nearest(expiry, u.spot()) + offset;
    return chain.index(expiry, Math.min(chain.strikes() - 1, Math.max(0, strike)), right);
  }

  private void single(Chain chain, int c, long ts, char condition) {
    if (dice.chance(0.955)) {
      quotes.refresh(chain, c, ts);
    }
    double at = places[place.pick(dice)];
    if (condition == 'S' && at > 0 && at < 1) {
      at = dice.chance(0.5) ? 1 : 0;
    }
    boolean many = (condition == 'I' || condition == 'S') && dice.chance(0.1);
    int fills = many ? 2 + dice.below(3) : 1;
    for (int i = 0; i < fills; i++) {
      int size = condition == 'c' || condition == 'e' ? size() * 20 : size();
      prints.mayTakeBack(prints.print(chain, c, ts + 8_000 + i * 3_000L, at, size, condition));
    }
  }

  private long packageOf(Chain chain, int c, long ts, char condition) {
    int legs = dice.chance(0.85) ? 2 : 4;
    int size = size();
    int venue = prints.venue(chain, condition);
    double at = 0.5 + (dice.chance(0.5) ? 0.3 : -0.3) * dice.uniform();
    int leg = c;
    for (int i = 0; i < legs; i++) {
      quotes.refresh(chain, leg, ts);
      long price = prints.price(chain, leg, (i & 1) == 0 ? at : 1 - at);
      prints.mayTakeBack(prints.print(chain, leg, ts + 6_000, price, size, condition, venue));
      ts += 7_000;
      leg = i == 1 ? leg ^ 1 : neighbour(chain, leg);
    }
    return ts;
  }

  /// The next strike up, or down at the edge.
  private static int neighbour(Chain chain, int c) {
    int strike = (c >> 1) % chain.strikes();
    return strike + 2 < chain.strikes() ? c + 4 : c - 4;
  }

  /// Contracts: a third single lots, a long thin tail.
  private int size() {
    double u = dice.uniform();
    if (u < 0.36) {
      return 1;
    }
    if (u < 0.78) {
      return 2 + dice.below(9);
    }
    if (u < 0.95) {
      return 10 + dice.below(41);
    }
    return u < 0.994 ? 50 + dice.below(151) : 200 + dice.below(1_300);
  }
}
