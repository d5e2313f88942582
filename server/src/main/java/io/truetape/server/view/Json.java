package io.truetape.server.view;

import io.truetape.model.price.Price;

/// Writes JSON text, hand over hand. Commas are its business; nesting is the caller's.
public final class Json {
  private final StringBuilder out;
  private boolean comma;

  public Json(int capacity) {
    out = new StringBuilder(capacity);
  }

  public Json open() {
    return begin('{');
  }

  public Json close() {
    return end('}');
  }

  public Json openList() {
    return begin('[');
  }

  public Json closeList() {
    return end(']');
  }

  public Json name(String name) {
    separate();
    out.append('"').append(name).append("\":");
    return this;
  }

  public Json text(String value) {
    separate();
    quote(value);
    comma = true;
    return this;
  }

  public Json whole(long value) {
    separate();
    out.append(value);
    comma = true;
    return this;
  }

  /// A double in shortest form; null for NaN and infinities, which JSON cannot say.
  public Json real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return none();
    }
    separate();
    long rounded = (long) value;
    if (rounded == value && Math.abs(rounded) < 1L << 53) {
      out.append(rounded);
    } else {
      out.append(value);
    }
    comma = true;
    return this;
  }

  /// Micro-dollars as exact decimal dollars.
  public Json dollars(long micros) {
    separate();
    Price.append(out, micros);
    comma = true;
    return this;
  }

  public Json truth(boolean value) {
    separate();
    out.append(value);
    comma = true;
    return this;
  }

  public Json none() {
    separate();
    out.append("null");
    comma = true;
    return this;
  }

  /// Text that is JSON already.
  public Json raw(CharSequence json) {
    separate();
    out.append(json);
    comma = true;
    return this;
  }

  public Json field(String name, String value) {
    return name(name).text(value);
  }

  public Json field(String name, long value) {
    return name(name).whole(value);
  }

  public Json field(String name, double value) {
    return name(name).real(value);
  }

  public Json field(String name, boolean value) {
    return name(name).truth(value);
  }

  /// Dollars, or null when `present` is false.
  public Json dollars(String name, long micros, boolean present) {
    name(name);
    return present ? dollars(micros) : none();
  }

  /// A number, or null when it is below zero.
  public Json fromZero(String name, double value) {
    name(name);
    return value < 0 ? none() : real(value);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private Json begin(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  private Json end(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  private void separate() {
    if (comma) {
      out.append(',');
      comma = false;
    }
  }

  private void quote(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029) {
            out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
