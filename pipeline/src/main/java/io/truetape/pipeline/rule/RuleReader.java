package io.truetape.pipeline.rule;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.price.Price;
import io.truetape.model.text.BadInput;
import java.util.ArrayList;
import java.util.List;

/// Typed access to one section of a rule set. A missing or malformed value is refused by name.
public final class RuleReader {
  private final String section;
  private final List<RuleValue> values;

  /// Reads keys `section.name` from `values`.
  public RuleReader(String section, List<RuleValue> values) {
    this.section = section;
    this.values = values;
  }

  public long wholeNumber(String name, long min, long max) {
    String text = text(name);
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refuse(name, text, "expected a whole number");
    }
    throw refuse(name, text, "expected " + min + " to " + max);
  }

  public int count(String name, int max) {
    return (int) wholeNumber(name, 0, max);
  }

  /// Milliseconds in the file, nanoseconds here; up to a day.
  public long millisAsNanos(String name) {
    return wholeNumber(name, 0, 86_400_000L) * 1_000_000L;
  }

  /// Dollars in the file, micro-dollars here.
  public long dollarsAsMicros(String name) {
    String text = text(name);
    try {
      return Price.parse(text);
    } catch (BadInput e) {
      throw refuse(name, text, "expected dollars");
    }
  }

  public double number(String name, double min, double max) {
    String text = text(name);
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refuse(name, text, "expected a number");
    }
    throw refuse(name, text, "expected " + min + " to " + max);
  }

  public boolean flag(String name) {
    String text = text(name);
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw refuse(name, text, "expected true or false");
  }

  /// True when the rule set has at least one key of this section. One that has none was written
  /// before the section existed: its room then uses the standard.
  public static boolean speaksOf(String section, List<RuleValue> values) {
    String prefix = section + ".";
    for (RuleValue value : values) {
      if (value.key().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /// The keys of `values` that none of `known` names, for a strict loader.
  public static List<String> unknownKeys(List<RuleValue> values, List<String> known) {
    List<String> unknown = new ArrayList<>();
    for (RuleValue value : values) {
      if (!known.contains(value.key())) {
        unknown.add(value.key());
      }
    }
    return unknown;
  }

  private String text(String name) {
    String key = section + "." + name;
    for (RuleValue value : values) {
      if (value.key().equals(key)) {
        return value.value();
      }
    }
    throw new BadInput("rule " + key + " is missing");
  }

  private BadInput refuse(String name, String text, String expected) {
    return new BadInput("rule " + section + "." + name + " = " + text + ": " + expected);
  }
}
