package io.truetape.model.tape;

import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Roots;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// The fields of one event line, read as what they mean. The mirror of [TapeText].
record TapeFields(
    TapeLine line, long tsNanos, FeedId usualFeed, Listings listings, SessionClock clock) {

  long ingest() {
    return tsNanos + span("rx", 0);
  }

  FeedId feed() {
    return feed(usualFeed);
  }

  FeedId feed(FeedId usual) {
    return TapeCodes.feed(line.value("feed", usual.text()));
  }

  int symbol() {
    String text = line.word("a symbol");
    return listings.symbol(text, Roots.kind(text));
  }

  int contract() {
    return listings.contract(TapeContract.read(line));
  }

  /// `#n`: a number given out by the log the line came from.
  int listed() {
    String word = line.word("#n");
    if (!word.startsWith("#")) {
      throw new BadInput("expected #n but found \"" + word + "\"");
    }
    return Math.toIntExact(TapeCodes.whole("number", word.substring(1)));
  }

  long price() {
    return price(line.word("a price"));
  }

  long whole(String what) {
    return TapeCodes.whole(what, line.word(what));
  }

  long whole(String key, long absent) {
    return line.has(key)
        ? TapeCodes.whole(key, line.value(key, ""))
        : line.value(key, "").length() + absent;
  }

  long money(String key, long absent) {
    String text = line.value(key, "");
    return text.isEmpty() ? absent : Price.parse(text);
  }

  long span(String key, long absent) {
    String text = line.value(key, "");
    return text.isEmpty() ? absent : TapeClock.span(text);
  }

  int venue(String key, int absent) {
    String text = line.value(key, "");
    return text.isEmpty() ? absent : TapeCodes.venue(text);
  }

  int flags() {
    String text = line.value("flags", "");
    return text.isEmpty() ? 0 : TapeCodes.flags(text);
  }

  /// Slot 0 before the `x`, slot 1 after it.
  int[] sizes() {
    return pair(line.value("size", "0x0"));
  }

  int day(String what) {
    return day(what, line.word(what));
  }

  static int day(String what, String text) {
    try {
      return Math.toIntExact(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeParseException e) {
      throw new BadInput(what + " \"" + text + "\": expected a date such as 2026-01-16");
    }
  }

  /// `2026-01-16/09:30:00.000000`, or `-` for 0.
  long instant(String key) {
    String text = line.value(key, "-");
    int slash = text.indexOf('/');
    if (text.equals("-")) {
      return 0;
    }
    if (slash < 0) {
      throw new BadInput(key + "=" + text + ": expected date/time");
    }
    int day = day(key, text.substring(0, slash));
    return clock.day(day).midnightNanos() + TapeClock.parse(text.substring(slash + 1));
  }

  Nbbo nbbo() {
    String text = line.value("nbbo", "");
    if (text.isEmpty()) {
      return Nbbo.NONE;
    }
    int at = text.indexOf('@');
    int slash = text.indexOf('/');
    int pricesEnd = slash > 0 ? slash : at;
    int x = text.indexOf('x');
    if (at < 0 || x < 0 || x > pricesEnd) {
      throw new BadInput(
          "nbbo=" + text + ": expected nbbo=bid x ask[/sizes]@age, as 1.20x1.25/10x20@-5ms");
    }
    int[] sizes = slash > 0 ? pair(text.substring(slash + 1, at)) : new int[2];
    String age = text.substring(at + 1);
    long ts = age.equals("none") ? 0 : tsNanos + TapeClock.span(age);
    return new Nbbo(
        price(text.substring(0, x)),
        price(text.substring(x + 1, pricesEnd)),
        sizes[0],
        sizes[1],
        ts);
  }

  VendorGreeks greeks() {
    String text = line.value("greeks", "");
    if (text.isEmpty()) {
      return VendorGreeks.NONE;
    }
    String[] parts = text.split(",", -1);
    if (parts.length != 5) {
      throw new BadInput("greeks=" + text + ": expected iv,delta,gamma,theta,vega");
    }
    try {
      return new VendorGreeks(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]),
          Double.parseDouble(parts[4]));
    } catch (NumberFormatException e) {
      throw new BadInput("greeks=" + text + ": expected five numbers");
    }
  }

  boolean truth(String key) {
    String text = line.value(key, "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadInput(key + "=" + text + ": expected true or false");
    }
    return text.equals("true");
  }

  private static long price(String text) {
    return text.equals("-") ? Nbbo.MISSING : Price.parse(text);
  }

  private static int[] pair(String text) {
    int x = text.indexOf('x');
    if (x < 0) {
      throw new BadInput("sizes \"" + text + "\": expected two whole numbers as 10x20");
    }
    return new int[] {
      Math.toIntExact(TapeCodes.whole("size", text.substring(0, x))),
      Math.toIntExact(TapeCodes.whole("size", text.substring(x + 1)))
    };
  }
}
