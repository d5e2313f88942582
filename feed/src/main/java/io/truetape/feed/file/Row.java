package io.truetape.feed.file;

import io.truetape.model.price.Price;
import io.truetape.model.text.BadInput;
import java.util.Arrays;

/// One line of a CSV file with its fields in place; moves from line to line, copies nothing.
///
/// Surrounding quotes of a field are left out; commas inside quotes are not supported. Every read
/// that fails throws [BadInput] naming the column.
public final class Row {
  private final Columns columns;
  private String line = "";
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int count;
  private long number;

  public Row(Columns columns) {
    this.columns = columns;
  }

  public void set(String text, long lineNumber) {
    line = text;
    number = lineNumber;
    count = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',') {
        add(start, i);
        start = i + 1;
      }
    }
  }

  public String line() {
    return line;
  }

  /// The line's number in the file, from 1.
  public long number() {
    return number;
  }

  public int fields() {
    return count;
  }

  public boolean isEmpty(int place) {
    return place < 0 || place >= count || from[place] == to[place];
  }

  public String text(int place) {
    need(place);
    return line.substring(from[place], to[place]);
  }

  /// Four fields as one text, to look something up by.
  public String key(int a, int b, int c, int d) {
    need(Math.max(Math.max(a, b), Math.max(c, d)));
    StringBuilder out = new StringBuilder(32);
    out.append(line, from[a], to[a]).append(',').append(line, from[b], to[b]).append(',');
    return out.append(line, from[c], to[c]).append(',').append(line, from[d], to[d]).toString();
  }

  /// A whole number; a fraction of only zeros is allowed.
  public long whole(int place) {
    need(place);
    int end = to[place];
    int dot = line.indexOf('.', from[place]);
    if (dot >= 0 && dot < end) {
      for (int i = dot + 1; i < end; i++) {
        if (line.charAt(i) != '0') {
          throw bad(place, "is not a whole number");
        }
      }
      end = dot;
    }
    try {
      return Long.parseLong(line, from[place], end, 10);
    } catch (NumberFormatException e) {
      throw bad(place, "is not a whole number");
    }
  }

  /// A whole number from `min` to `max`.
  public int whole(int place, int min, int max) {
    long value = whole(place);
    if (value < min || value > max) {
      throw bad(place, "is not between " + min + " and " + max);
    }
    return (int) value;
  }

  /// Dollars as micro-dollars.
  public long price(int place) {
    need(place);
    try {
      return Price.parse(line, from[place], to[place]);
    } catch (BadInput e) {
      throw new BadInput("column \"" + columns.name(place) + "\": " + e.getMessage());
    } catch (ArithmeticException e) {
      throw bad(place, "is too large for a price");
    }
  }

  /// A plain number that is not money.
  public double number(int place) {
    need(place);
    try {
      double value = Double.parseDouble(line.substring(from[place], to[place]));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(place, "is not a number");
    }
    throw bad(place, "is not a number");
  }

  /// `reason` about a column's text.
  public BadInput bad(int place, String reason) {
    String text = place < count ? line.substring(from[place], to[place]) : "";
    return new BadInput("column \"" + columns.name(place) + "\": \"" + text + "\" " + reason);
  }

  private void need(int place) {
    if (place >= count) {
      throw new BadInput(
          "the line has %d fields; column \"%s\" is field %d"
              .formatted(count, columns.name(place), place + 1));
    }
  }

  private void add(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    int a = start;
    int b = end;
    while (a < b && line.charAt(a) == ' ') {
      a++;
    }
    while (b > a && line.charAt(b - 1) == ' ') {
      b--;
    }
    if (b - a >= 2 && line.charAt(a) == '"' && line.charAt(b - 1) == '"') {
      a++;
      b--;
    }
    from[count] = a;
    to[count] = b;
    count++;
  }
}
