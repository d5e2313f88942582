package io.truetape.feed.synthetic.market;

import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;

/// Prices and sends option prints, and what takes them back.
///
/// `place` says where in the spread: 0 the bid, 1 the ask, outside beyond. Prices are whole ticks
/// at or outside the quotes, whole cents inside, never below one cent.
public final class PrintMaker {
  private final Wire wire;
  private final Dice dice;
  private final Schedule schedule;
  private final Venues venues = new Venues();
  private long sent;

  public PrintMaker(Wire wire, Dice dice, Schedule schedule) {
    this.wire = wire;
    this.dice = dice;
    this.schedule = schedule;
  }

  /// A print as it was sent, for taking back.
  public record Sent(
      Chain chain,
      int c,
      long priceMicros,
      int size,
      int venue,
      int condition,
      long sequence,
      long tsNanos) {}

  /// Prints sent so far, cancels included.
  public long sent() {
    return sent;
  }

  /// A print at a place in the current market.
  public Sent print(Chain chain, int c, long tsNanos, double place, int size, char condition) {
    return print(
        chain, c, tsNanos, price(chain, c, place), size, condition, venue(chain, condition));
  }

  /// A print at a price and venue.
  public Sent print(
      Chain chain, int c, long tsNanos, long priceMicros, int size, char condition, int venue) {
    Book book = chain.book;
    long ts = wire.stamp(tsNanos);
    long sequence = wire.nextSequence();
    book.prints[c]++;
    book.volume[c] += size;
    book.last[c] = priceMicros;
    book.lastSequence[c] = sequence;
    send(chain, c, ts, priceMicros, size, venue, condition, sequence);
    return new Sent(chain, c, priceMicros, size, venue, condition, sequence, ts);
  }

  /// Takes a print back with the code its place in the day calls for; answers the cancel's number.
  ///
  /// G when it is the contract's only print, C when the last, E when the first, else A.
  public long cancel(Sent print, boolean wasFirst, long tsNanos) {
    Book book = print.chain().book;
    int c = print.c();
    boolean isLast = book.lastSequence[c] == print.sequence();
    char code = isLast ? (book.prints[c] == 1 ? 'G' : 'C') : wasFirst ? 'E' : 'A';
    long sequence = wire.nextSequence();
    send(
        print.chain(),
        c,
        wire.stamp(tsNanos),
        print.priceMicros(),
        print.size(),
        print.venue(),
        code,
        sequence);
    return sequence;
  }

  /// Sometimes schedules that a print is cancelled, corrected, or reported late.
  void mayTakeBack(Sent print) {
    long bits = dice.next();
    if ((bits & 0x3FF) != 0) {
      return;
    }
    boolean wasFirst = print.chain().book.prints[print.c()] == 1;
    long after = 50_000_000L + (bits >>> 24) % 90_000_000_000L;
    boolean corrected = (bits & 0x400) != 0;
    schedule.at(
        print.tsNanos() + after,
        ts -> {
          cancel(print, wasFirst, ts);
          if (corrected) {
            long price =
                Math.max(10_000L, print.priceMicros() + (dice.chance(0.5) ? 50_000 : -50_000));
            char late = dice.chance(0.5) ? 'B' : (char) print.condition();
            print(
                print.chain(), print.c(), ts + 1_000_000, price, print.size(), late, print.venue());
          }
        });
  }

  /// The venue a sale condition can come from.
  public int venue(Chain chain, char condition) {
    return switch (condition) {
      case 'e', 'i', 'm', 'p', 's', 't', 'u' -> venues.floor(chain.underlying(), dice);
      default -> venues.any(chain.underlying(), dice);
    };
  }

  /// Micro-dollars at a place in the spread; around the value when there is no market to speak of.
  public long price(Chain chain, int c, double place) {
    Book book = chain.book;
    long bid = book.bid[c];
    long ask = book.ask[c];
    double value = chain.value(c);
    long tick = chain.tick(value);
    if (!book.isTwoSided(c) || book.quotedAt[c] == 0 || isMuted(book, c)) {
      long mid = Math.round(value * 1e6 / tick) * tick;
      return Math.max(10_000L, mid + (place > 0.6 ? tick : place < 0.4 ? -tick : 0));
    }
    if (place >= 1) {
      return ask
          + (place > 1 ? tick * Math.max(1, Math.round((place - 1) * (ask - bid) / tick)) : 0);
    }
    if (place <= 0) {
      return Math.max(10_000L, bid - (place < 0 ? tick : 0));
    }
    long inside = bid + Math.round(place * (ask - bid) / 10_000.0) * 10_000L;
    return Math.max(10_000L, Math.min(ask, inside));
  }

  private static boolean isMuted(Book book, int c) {
    return book.mutedUntil[c] > book.quotedAt[c];
  }

  private void send(
      Chain chain,
      int c,
      long ts,
      long priceMicros,
      int size,
      int venue,
      int condition,
      long sequence) {
    sent++;
    wire.emit(
        new OptionPrint(
            ts,
            wire.heard(ts),
            FeedId.SYNTHETIC,
            chain.number(c),
            priceMicros,
            size,
            venue,
            condition,
            sequence,
            Nbbo.NONE,
            VendorGreeks.NONE,
            0));
  }
}
