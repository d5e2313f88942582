package io.truetape.feed.synthetic.market;

import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.time.TradingCalendar;
import java.time.LocalDate;
import java.util.List;

/// What is scheduled and what happens: earnings, dividends, central bank days, news.
///
/// An entry carries when it was announced, always before the day it is sent. Earnings come every
/// 91 days per stock, on a day the seed picks.
public final class Agenda {
  private static final long DAY_NANOS = 86_400_000_000_000L;

  private final Wire wire;
  private final Dice dice;
  private final long seed;
  private final TradingCalendar calendar;
  private long stories;

  public Agenda(Wire wire, Dice dice, long seed, TradingCalendar calendar) {
    this.wire = wire;
    this.dice = dice;
    this.seed = seed;
    this.calendar = calendar;
  }

  /// The entries of the coming three weeks.
  public void announce(List<Underlying> underlyings, LocalDate today, long tsNanos) {
    for (Underlying u : underlyings) {
      if (u.kind() == SymbolKind.STOCK) {
        LocalDate earnings = next(u, today, 91, 1);
        send(CalendarKind.EARNINGS, u.symbol(), earnings, today, tsNanos, "quarterly report");
        LocalDate exDividend = next(u, today, 91, 2);
        send(
            CalendarKind.EX_DIVIDEND, u.symbol(), exDividend, today, tsNanos, "quarterly dividend");
      }
    }
    send(CalendarKind.FOMC, "", every(today, 42, 3), today, tsNanos, "rate decision");
    send(CalendarKind.CPI, "", every(today, 30, 4), today, tsNanos, "consumer prices");
  }

  /// Days until the next report of a stock; large for what reports nothing.
  public int daysToEarnings(Underlying u, LocalDate today) {
    return u.kind() == SymbolKind.STOCK
        ? (int) (next(u, today, 91, 1).toEpochDay() - today.toEpochDay())
        : 9_999;
  }

  /// One story about an underlying; some move its price.
  public void story(Underlying u, long tsNanos) {
    boolean moves = dice.chance(0.35);
    double r = moves ? (dice.chance(0.5) ? 1 : -1) * dice.between(0.002, 0.012) : 0;
    if (moves) {
      u.jump(r);
      u.shock(0.05);
    }
    long ts = wire.stamp(tsNanos);
    String[] headlines = {
      "%s shares %s on heavy volume",
      "Analyst changes view of %s, stock %s",
      "%s names new finance chief, shares %s",
      "%s says demand was in line, shares %s",
      "Sector report mentions %s, shares %s"
    };
    String move = r > 0 ? "rise" : r < 0 ? "fall" : "little changed";
    stories++;
    wire.emit(
        new NewsStory(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            "synthetic-" + seed + "-" + stories,
            headlines[dice.below(headlines.length)]
                .replaceFirst("%s", u.symbol())
                .replace("%s", move),
            "Invented for the synthetic market.",
            List.of(u.symbol()),
            "synthetic",
            ""));
  }

  private void send(
      CalendarKind kind, String symbol, LocalDate day, LocalDate today, long tsNanos, String text) {
    if (day.isAfter(today.plusDays(21))) {
      return;
    }
    long ts = wire.stamp(tsNanos);
    long before = 2 + Math.floorMod(Dice.mix(seed ^ symbol.length() ^ day.toEpochDay()), 9L);
    wire.emit(
        new CalendarEntry(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            kind,
            symbol,
            (int) day.toEpochDay(),
            tsNanos - before * DAY_NANOS,
            text));
  }

  private LocalDate next(Underlying u, LocalDate today, int period, int what) {
    return every(today, period, 1_000L * (u.number() + 1) + what);
  }

  /// The next trading day of a series with this period whose phase the seed and label pick.
  private LocalDate every(LocalDate today, int period, long label) {
    long phase = Math.floorMod(Dice.mix(seed + 31 * label), (long) period);
    long wait = Math.floorMod(phase - today.toEpochDay(), (long) period);
    LocalDate day = today.plusDays(wait);
    return calendar.isTradingDay(day) ? day : calendar.next(day);
  }
}
