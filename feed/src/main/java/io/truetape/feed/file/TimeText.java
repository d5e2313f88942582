package io.truetape.feed.file;

import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Timestamps of one file: `2016-06-01 13:57:58.175`, with `T`, up to nine decimals.
///
/// Without a zone they are New York wall time; with `Z` or an offset like `-04:00` they are that
/// instant. The first good one decides for the file: a later one of the other kind is refused,
/// because one of the two would be hours off. Remembers the last hour, so O(1) mostly.
public final class TimeText {
  private enum Style {
    UNDECIDED,
    NEW_YORK,
    INSTANT
  }

  private static final long SECOND = 1_000_000_000L;

  private final SessionClock clock;
  private Style style = Style.UNDECIDED;
  private String hour = "";
  private long hourNanos;

  public TimeText(SessionClock clock) {
    this.clock = clock;
  }

  /// UTC nanoseconds.
  public long nanos(String text) {
    if (text.length() < 19) {
      throw refuse(text);
    }
    int end = 19;
    while (end < text.length() && (text.charAt(end) == '.' || isDigit(text.charAt(end)))) {
      end++;
    }
    boolean isInstant = end < text.length();
    decide(text, isInstant);
    if (!text.regionMatches(0, hour, 0, 13) || hour.length() != text.length() - end + 13) {
      hourNanos = hourNanos(text, end, isInstant);
      hour = text.substring(0, 13) + text.substring(end);
    } else if (isInstant && !text.endsWith(hour.substring(13))) {
      hourNanos = hourNanos(text, end, true);
      hour = text.substring(0, 13) + text.substring(end);
    }
    int minute = two(text, 14);
    int second = two(text, 17);
    if (text.charAt(13) != ':' || text.charAt(16) != ':' || minute > 59 || second > 59) {
      throw refuse(text);
    }
    return hourNanos + (minute * 60L + second) * SECOND + fraction(text, end);
  }

  private void decide(String text, boolean isInstant) {
    Style met = isInstant ? Style.INSTANT : Style.NEW_YORK;
    if (style == Style.UNDECIDED) {
      style = met;
    } else if (style != met) {
      throw new BadInput(
          "time \"%s\" has %s, but earlier times of this file have %s; one file must keep to one"
              .formatted(
                  text,
                  isInstant ? "a zone" : "no zone",
                  isInstant ? "none (New York time)" : "one"));
    }
  }

  private long hourNanos(String text, int end, boolean isInstant) {
    try {
      char between = text.charAt(10);
      if (between != ' ' && between != 'T') {
        throw refuse(text);
      }
      LocalDate date = LocalDate.parse(text.substring(0, 10));
      int h = two(text, 11);
      if (!isInstant) {
        return clock.at(date, LocalTime.of(h, 0));
      }
      int offset = ZoneOffset.of(text.substring(end)).getTotalSeconds();
      return (date.toEpochDay() * 86_400L + h * 3_600L - offset) * SECOND;
    } catch (DateTimeException e) {
      throw refuse(text);
    }
  }

  private static long fraction(String text, int end) {
    if (end == 19) {
      return 0;
    }
    if (text.charAt(19) != '.' || end == 20 || end > 29) {
      throw refuse(text);
    }
    long nanos = 0;
    for (int i = 20; i < 29; i++) {
      int digit = i < end ? text.charAt(i) - '0' : 0;
      if (digit < 0 || digit > 9) {
        throw refuse(text);
      }
      nanos = nanos * 10 + digit;
    }
    return nanos;
  }

  private static int two(String text, int at) {
    char a = text.charAt(at);
    char b = text.charAt(at + 1);
    if (!isDigit(a) || !isDigit(b)) {
      throw refuse(text);
    }
    return (a - '0') * 10 + b - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static BadInput refuse(String text) {
    return new BadInput(
        "time \"" + text + "\" is not of the form 2016-06-01 13:57:58.175, with or without a zone");
  }
}
