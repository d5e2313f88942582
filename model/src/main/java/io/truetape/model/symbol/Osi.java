package io.truetape.model.symbol;

import io.truetape.model.market.Right;
import io.truetape.model.text.BadInput;
import java.time.DateTimeException;
import java.time.LocalDate;

/// OCC symbols as vendors write them, to and from [Contract].
///
/// | form | example | used by |
/// |---|---|---|
/// | padded, 21 characters | `SPY   260116C00600000` | OCC, Databento raw symbol |
/// | unpadded | `SPY260116C00600000` | Alpaca, Unusual Whales, Cboe |
/// | prefixed | `O:SPY260116C00600000` | Massive |
/// | theta | root, `20260116`, strike in 1/10 cent or dollars, `C` | ThetaData |
///
/// Years are 2000 to 2099. Strikes are whole 1/10 cents up to $99,999.999.
public final class Osi {
  private Osi() {}

  /// Parses any of the first three forms; refuses anything else with what was wrong.
  public static Contract parse(String text) {
    String s = text.startsWith("O:") ? text.substring(2) : text;
    int tail = s.length() - 15;
    if (tail < 1 || tail > 6) {
      throw refuse(text, "expected root, yymmdd, C or P and eight strike digits");
    }
    String root = s.substring(0, tail).stripTrailing();
    if (root.isEmpty() || !isRoot(root)) {
      throw refuse(text, "the root must be letters and digits");
    }
    char right = s.charAt(tail + 6);
    if (right != 'C' && right != 'P') {
      throw refuse(text, "expected C or P after the date");
    }
    int yy = digits(text, s, tail, 2);
    int mm = digits(text, s, tail + 2, 2);
    int dd = digits(text, s, tail + 4, 2);
    long strike = digits(text, s, tail + 7, 8) * 1_000L;
    return Contract.standard(root, day(text, 2000 + yy, mm, dd), ofLetter(right), strike);
  }

  /// From ThetaData v2 and its websocket: strike in tenths of a cent.
  public static Contract ofTheta(String root, int yyyymmdd, long strikeTenthCents, char right) {
    return theta(root, yyyymmdd, Math.multiplyExact(strikeTenthCents, 1_000L), right);
  }

  /// From parts: root, `yyyymmdd`, strike in micro-dollars, `C` or `P`.
  public static Contract theta(String root, int yyyymmdd, long strikeMicros, char right) {
    String text = root + " " + yyyymmdd;
    if (right != 'C' && right != 'P') {
      throw refuse(text + " " + right, "the right must be C or P");
    }
    int day = day(text, yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    return Contract.standard(root, day, ofLetter(right), strikeMicros);
  }

  /// The 21-character OCC form.
  public static String padded(Contract c) {
    return build(c, true);
  }

  /// The form without padding.
  public static String unpadded(Contract c) {
    return build(c, false);
  }

  /// The form with `O:` before it.
  public static String prefixed(Contract c) {
    return "O:" + build(c, false);
  }

  /// Strike in tenths of a cent, as ThetaData's websocket counts.
  public static long thetaStrike(Contract c) {
    return c.strikeMicros() / 1_000L;
  }

  /// Expiry as `yyyymmdd`.
  public static int thetaExpiry(Contract c) {
    LocalDate d = LocalDate.ofEpochDay(c.expiryDay());
    return d.getYear() * 10_000 + d.getMonthValue() * 100 + d.getDayOfMonth();
  }

  private static String build(Contract c, boolean padded) {
    if (c.strikeMicros() % 1_000L != 0 || c.strikeMicros() >= 100_000L * 1_000_000L) {
      throw new BadInput("strike " + c.strikeMicros() + " micro-dollars has no OCC form");
    }
    StringBuilder out = new StringBuilder(21);
    out.append(c.root());
    while (padded && out.length() < 6) {
      out.append(' ');
    }
    LocalDate d = LocalDate.ofEpochDay(c.expiryDay());
    two(out, d.getYear() % 100);
    two(out, d.getMonthValue());
    two(out, d.getDayOfMonth());
    out.append(c.right().letter());
    String strike = Long.toString(c.strikeMicros() / 1_000L);
    return out.append("0".repeat(8 - strike.length())).append(strike).toString();
  }

  private static void two(StringBuilder out, int n) {
    out.append((char) ('0' + n / 10)).append((char) ('0' + n % 10));
  }

  private static boolean isRoot(String root) {
    for (int i = 0; i < root.length(); i++) {
      char c = root.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static Right ofLetter(char c) {
    return c == 'C' ? Right.CALL : Right.PUT;
  }

  private static int digits(String text, String s, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int d = s.charAt(i) - '0';
      if (d < 0 || d > 9) {
        throw refuse(text, "expected a digit at position " + (i + 1));
      }
      value = value * 10 + d;
    }
    return value;
  }

  private static int day(String text, int year, int month, int day) {
    try {
      return (int) LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      throw refuse(text, "no such date " + year + "-" + month + "-" + day);
    }
  }

  private static BadInput refuse(String text, String why) {
    return new BadInput("option symbol \"" + text + "\": " + why);
  }
}
