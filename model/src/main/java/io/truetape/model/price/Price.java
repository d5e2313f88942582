package io.truetape.model.price;

import io.truetape.model.text.BadInput;

/// Prices and money as micro-dollars in a `long`: exact to $0.000001, up to $9.2 trillion.
///
/// Nothing here rounds silently. Text or vendor units finer than a micro-dollar are refused with
/// [BadInput]; overflow is an `ArithmeticException`, because a wrong number is worse than a crash.
public final class Price {
  /// Micro-dollars in one dollar.
  public static final long DOLLAR = 1_000_000L;

  private Price() {}

  /// Parses plain decimal dollars, `-12.345678`; further zeros are allowed, further digits are not.
  public static long parse(CharSequence text) {
    return parse(text, 0, text.length());
  }

  /// Parses `text[from, to)` as decimal dollars to micros. O(length), no allocation.
  public static long parse(CharSequence text, int from, int to) {
    int i = from;
    boolean negative = i < to && text.charAt(i) == '-';
    if (negative || (i < to && text.charAt(i) == '+')) {
      i++;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9') {
        digits++;
        if (decimals >= 6) {
          if (c != '0') {
            throw refuse(text, from, to, "finer than a micro-dollar");
          }
        } else {
          value = Math.addExact(Math.multiplyExact(value, 10L), c - '0');
          if (decimals >= 0) {
            decimals++;
          }
        }
      } else {
        throw refuse(text, from, to, "not a decimal number");
      }
    }
    if (digits == 0) {
      throw refuse(text, from, to, "no digits");
    }
    for (int d = Math.max(decimals, 0); d < 6; d++) {
      value = Math.multiplyExact(value, 10L);
    }
    return negative ? -value : value;
  }

  /// Converts a fixed-point price in units of 1e-9 dollars (DBN); refuses a remainder.
  public static long ofNanoDollars(long nanoDollars) {
    if (nanoDollars % 1_000L != 0) {
      throw new BadInput("price " + nanoDollars + "e-9 is finer than a micro-dollar");
    }
    return nanoDollars / 1_000L;
  }

  /// Dollars with at least two and at most six decimals: `1.25`, `0.000001`, `-3.10`.
  public static String format(long micros) {
    StringBuilder out = new StringBuilder(16);
    append(out, micros);
    return out.toString();
  }

  /// Appends [#format] of `micros` to `out`.
  public static void append(StringBuilder out, long micros) {
    if (micros < 0) {
      out.append('-');
    }
    long whole = Math.abs(micros / DOLLAR);
    int rest = (int) Math.abs(micros % DOLLAR);
    out.append(whole).append('.');
    int scale = 100_000;
    for (int decimals = 0; decimals < 2 || rest > 0; decimals++) {
      out.append((char) ('0' + rest / scale));
      rest %= scale;
      scale /= 10;
    }
  }

  /// Price x size x multiplier: what the print cost, in micro-dollars. Exact.
  public static long premium(long priceMicros, long size, int multiplier) {
    return Math.multiplyExact(Math.multiplyExact(priceMicros, size), (long) multiplier);
  }

  private static BadInput refuse(CharSequence text, int from, int to, String why) {
    return new BadInput("price \"" + text.subSequence(from, to) + "\" is " + why);
  }
}
