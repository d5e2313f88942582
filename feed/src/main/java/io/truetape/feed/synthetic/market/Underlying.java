package io.truetape.feed.synthetic.market;

import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;

/// One stock, fund or index: its price walk and its volatility surface.
///
/// The log price follows a market factor times beta plus its own noise; the variance multiplier
/// clusters (a GARCH-like recursion clamped to [0.15, 12]) and jumps arrive about twice a day. The
/// surface's level mean-reverts and moves against returns; its skew wanders.
public final class Underlying {
  /// Trading seconds in a year: 252 days of 6.5 hours.
  private static final double SECONDS_PER_YEAR = 252 * 6.5 * 3600;

  private static final double MARKET_VOL = 0.12;

  private final Roster.Listing listing;
  private final int number;
  private final Dice dice;
  private double logSpot;
  private double spot;
  private double variance = 1;
  private double push;
  private double level;
  private double skew;
  private long bidMicros;
  private long askMicros;
  private long haltedUntilNanos;

  Underlying(Roster.Listing listing, int number, Dice dice) {
    this.listing = listing;
    this.number = number;
    this.dice = dice;
    this.level = listing.vol();
    this.skew =
        Roots.isIndexSymbol(listing.symbol()) || listing.kind() == SymbolKind.ETF ? 0.11 : 0.05;
    moveTo(StrictMath.log(listing.price()));
  }

  public String symbol() {
    return listing.symbol();
  }

  public SymbolKind kind() {
    return listing.kind();
  }

  /// The listed number.
  public int number() {
    return number;
  }

  /// Its share of all option prints, relative to the others.
  public double share() {
    return listing.share();
  }

  double spread() {
    return listing.spread();
  }

  double vol() {
    return listing.vol();
  }

  public double spot() {
    return spot;
  }

  double logSpot() {
    return logSpot;
  }

  /// At-the-money volatility now.
  double level() {
    return level;
  }

  /// Relative rise of volatility per standard deviation below the forward.
  double skew() {
    return skew;
  }

  public boolean isIndex() {
    return listing.kind() == SymbolKind.INDEX;
  }

  public boolean tradesLate() {
    return Roots.tradesLate(listing.symbol());
  }

  /// Stock market as last quoted, micro-dollars; for an index the level on both sides.
  public long bidMicros() {
    return bidMicros;
  }

  public long askMicros() {
    return askMicros;
  }

  public boolean isHalted(long tsNanos) {
    return tsNanos < haltedUntilNanos;
  }

  public void haltUntil(long tsNanos) {
    haltedUntilNanos = tsNanos;
  }

  /// Leans the walk for a while: `bps` of drift, spent over about a minute.
  public void push(double bps) {
    push += bps * 1e-4;
  }

  /// Moves the surface's level by a fraction of itself.
  public void shock(double fraction) {
    level *= Math.max(0.5, 1 + fraction);
  }

  public void jump(double logReturn) {
    variance = Math.min(12, variance * 2);
    move(logReturn);
  }

  /// Overnight: the market's return times beta plus this one's own.
  void gap(double market, double z) {
    move(listing.beta() * market + 0.7 * listing.vol() * Math.sqrt(0.4 / 252) * z);
  }

  /// One step of `seconds`; `factor` is the market's standard normal throw scaled by its own state.
  void step(double seconds, double factor) {
    double z = dice.gaussian();
    double sd = listing.vol() * Math.sqrt(variance * seconds / SECONDS_PER_YEAR);
    double marketSd = MARKET_VOL * Math.sqrt(seconds / SECONDS_PER_YEAR);
    double systematic = listing.beta() * marketSd * factor;
    double own =
        Math.sqrt(Math.max(0.0009, 1 - square(listing.beta() * MARKET_VOL / listing.vol())));
    double drift = push * Math.min(1, seconds / 30);
    push -= drift;
    variance += 0.001 * (1 - variance) + 0.02 * variance * (z * z - 1);
    variance = Math.min(12, Math.max(0.15, variance));
    double r = systematic + own * sd * z + drift;
    if (dice.chance(2 * seconds / 23_400)) {
      r += 0.004 * dice.gaussian() * listing.vol() / 0.25;
    }
    move(r);
  }

  private void move(double r) {
    moveTo(logSpot + r);
    double target = listing.vol() * (0.85 + 0.15 * variance);
    level += 0.0004 * (target - level) - 1.2 * level * r + level * 0.0008 * dice.gaussian();
    level = Math.min(4 * listing.vol(), Math.max(0.35 * listing.vol(), level));
    skew = Math.min(0.2, Math.max(0.01, skew + 0.0002 * dice.gaussian()));
  }

  private void moveTo(double log) {
    logSpot = log;
    spot = StrictMath.exp(log);
    long mid = (long) (spot * 1_000_000);
    if (isIndex()) {
      bidMicros = mid / 10_000 * 10_000;
      askMicros = bidMicros;
      return;
    }
    long half = Math.max(4_000, (long) (spot * 25 * listing.vol() * 4));
    bidMicros = Math.floorDiv(mid - half, 10_000L) * 10_000L;
    askMicros = Math.max(bidMicros + 10_000L, -Math.floorDiv(-(mid + half), 10_000L) * 10_000L);
  }

  private static double square(double x) {
    return x * x;
  }
}
