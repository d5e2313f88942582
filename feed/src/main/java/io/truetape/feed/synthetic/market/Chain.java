package io.truetape.feed.synthetic.market;

import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;

/// The listed options of one underlying, with their terms, theoretical values and last quotes.
///
/// A contract is an index `c = (expiry * strikes + strike) * 2 + right`, right 0 for a call and 1
/// for a put, so neighbours in strike and the other right are one addition away. Values are
/// Black-Scholes on the underlying's surface, floored at what exercise would give; calls and puts
/// share one volatility, so put-call parity holds where exercise is not better, before rounding.
public final class Chain {
  private static final double YEAR_NANOS = 365.0 * 86_400e9;
  private static final double RATE = 0.036;

  private final Underlying underlying;
  private final Normal normal;
  private final int strikes;
  private final Contract[] terms;
  private final int[] number;
  private final double[] strike;
  private final double[] logStrike;
  private final long[] settles;
  private final double[] rootYears;
  private final double[] term;
  private final double[] carry;
  private final double[] growth;
  private final double[] discount;

  final Book book;

  /// `terms` in index order, `number` their listed numbers, `settles` per expiry.
  Chain(
      Underlying underlying,
      Normal normal,
      int strikes,
      Contract[] terms,
      int[] number,
      long[] settles) {
    this.underlying = underlying;
    this.normal = normal;
    this.strikes = strikes;
    this.terms = terms;
    this.number = number;
    this.settles = settles;
    int expiries = settles.length;
    strike = new double[expiries * strikes];
    logStrike = new double[expiries * strikes];
    for (int i = 0; i < strike.length; i++) {
      strike[i] = terms[2 * i].strikeMicros() * 1e-6;
      logStrike[i] = StrictMath.log(strike[i]);
    }
    rootYears = new double[expiries];
    term = new double[expiries];
    carry = new double[expiries];
    growth = new double[expiries];
    discount = new double[expiries];
    book = new Book(terms.length);
  }

  public Underlying underlying() {
    return underlying;
  }

  public int size() {
    return number.length;
  }

  public int expiries() {
    return settles.length;
  }

  public int strikes() {
    return strikes;
  }

  public Contract terms(int c) {
    return terms[c];
  }

  /// The listed number of a contract.
  public int number(int c) {
    return number[c];
  }

  public int index(int expiry, int strikeIndex, Right right) {
    return (expiry * strikes + strikeIndex) * 2 + (right == Right.CALL ? 0 : 1);
  }

  int expiryOf(int c) {
    return c / (2 * strikes);
  }

  /// Calendar days from `day` to an expiry slot.
  public int dte(int expiry, int day) {
    return terms[expiry * strikes * 2].expiryDay() - day;
  }

  /// The strike index of an expiry nearest to `price`, in dollars.
  public int nearest(int expiry, double price) {
    int low = expiry * strikes;
    double first = strike[low];
    double step = (strike[low + strikes - 1] - first) / (strikes - 1);
    int i = (int) Math.rint((price - first) / step);
    return Math.min(strikes - 1, Math.max(0, i));
  }

  /// One standard deviation of the underlying to an expiry, in strikes.
  public double sigmaInStrikes(int expiry) {
    int low = expiry * strikes;
    double step = (strike[low + strikes - 1] - strike[low]) / (strikes - 1);
    return underlying.spot() * underlying.level() * term[expiry] * rootYears[expiry] / step;
  }

  /// Brings times to expiry up to `tsNanos`. Below one minute they stand still.
  void age(long tsNanos) {
    for (int e = 0; e < settles.length; e++) {
      double years = Math.max(60e9, (double) (settles[e] - tsNanos)) / YEAR_NANOS;
      rootYears[e] = Math.sqrt(years);
      term[e] = 1 + 0.25 / (1 + 40 * years) - 0.12 * Math.min(1, years);
      carry[e] = RATE * years;
      growth[e] = StrictMath.exp(carry[e]);
      discount[e] = 1 / growth[e];
    }
  }

  /// Value of a contract now, in dollars. O(1), no transcendental functions.
  public double value(int c) {
    int i = c >> 1;
    int e = i / strikes;
    double moneyness = underlying.logSpot() + carry[e] - logStrike[i];
    double deviation = underlying.level() * term[e] * rootYears[e];
    double k = Math.min(4, Math.max(-4, -moneyness / deviation));
    double sd = deviation * (1 - underlying.skew() * k + 0.03 * k * k);
    double d1 = moneyness / sd + sd / 2;
    double forward = underlying.spot() * growth[e];
    double call = discount[e] * (forward * normal.below(d1) - strike[i] * normal.below(d1 - sd));
    double parity = discount[e] * (forward - strike[i]);
    double exercise = underlying.isIndex() ? parity : underlying.spot() - strike[i];
    return (c & 1) == 0
        ? Math.max(call, Math.max(0, exercise))
        : Math.max(call - parity, Math.max(0, -exercise));
  }

  /// Smallest price step at a price, micro-dollars.
  long tick(double dollars) {
    return switch (underlying.symbol()) {
      case "SPY", "QQQ", "IWM" -> 10_000L;
      case "SPX", "NDX", "VIX" -> dollars < 3 ? 50_000L : 100_000L;
      default -> dollars < 3 ? 10_000L : 50_000L;
    };
  }
}
