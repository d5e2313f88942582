package io.truetape.model.tape;

import io.truetape.model.text.BadInput;

/// Times on a tape line.
///
/// A time of day is `HH:MM:SS` with up to nine decimals, elapsed since New York midnight (equal to
/// the wall clock except in the hours after a daylight-saving change). A span is a signed whole
/// number with `ns`, `us`, `ms` or `s`; it is written in the largest unit that keeps it exact.
final class TapeClock {
  private static final long SECOND = 1_000_000_000L;

  private TapeClock() {}

  /// Nanoseconds since midnight.
  static long parse(String text) {
    if (text.length() < 8 || text.charAt(2) != ':' || text.charAt(5) != ':') {
      throw refuse(text, "expected HH:MM:SS[.nnnnnnnnn]");
    }
    int minutes = number(text, 3, 5);
    int seconds = number(text, 6, 8);
    if (minutes > 59 || seconds > 59) {
      throw refuse(text, "minutes and seconds go to 59");
    }
    long nanos = 0;
    if (text.length() > 8) {
      if (text.charAt(8) != '.' || text.length() > 18) {
        throw refuse(text, "expected a dot and at most nine decimals after the seconds");
      }
      long scale = SECOND / 10;
      for (int i = 9; i < text.length(); i++) {
        nanos += number(text, i, i + 1) * scale;
        scale /= 10;
      }
    }
    return (number(text, 0, 2) * 3_600L + minutes * 60L + seconds) * SECOND + nanos;
  }

  static void append(StringBuilder out, long sinceMidnight) {
    long seconds = sinceMidnight / SECOND;
    two(out, (int) (seconds / 3_600));
    out.append(':');
    two(out, (int) (seconds / 60 % 60));
    out.append(':');
    two(out, (int) (seconds % 60));
    out.append('.');
    String fraction = Long.toString(SECOND + sinceMidnight % SECOND).substring(1);
    out.append(fraction, 0, fraction.endsWith("000") ? 6 : 9);
  }

  /// A signed span in nanoseconds: `-5ms`, `1300us`.
  static long span(String text) {
    int digits = text.length();
    while (digits > 0 && Character.isLetter(text.charAt(digits - 1))) {
      digits--;
    }
    long unit =
        switch (text.substring(digits)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> SECOND;
          default ->
              throw new BadInput("span \"" + text + "\": expected ns, us, ms or s at the end");
        };
    try {
      return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit);
    } catch (NumberFormatException e) {
      throw new BadInput("span \"" + text + "\": expected a whole number before the unit");
    }
  }

  static String span(long nanos) {
    if (nanos % SECOND == 0 && nanos != 0) {
      return nanos / SECOND + "s";
    }
    if (nanos % 1_000_000L == 0 && nanos != 0) {
      return nanos / 1_000_000L + "ms";
    }
    return nanos % 1_000L == 0 && nanos != 0 ? nanos / 1_000L + "us" : nanos + "ns";
  }

  private static void two(StringBuilder out, int n) {
    if (n < 10) {
      out.append('0');
    }
    out.append(n);
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int d = text.charAt(i) - '0';
      if (d < 0 || d > 9) {
        throw refuse(text, "expected a digit at position " + (i + 1));
      }
      value = value * 10 + d;
    }
    return value;
  }

  private static BadInput refuse(String text, String why) {
    return new BadInput("time \"" + text + "\": " + why);
  }
}
