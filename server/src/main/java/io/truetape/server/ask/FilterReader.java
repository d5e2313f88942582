package io.truetape.server.ask;

import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import io.truetape.model.time.SessionClock;
import io.truetape.store.query.CodeField;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.RatioField;
import io.truetape.store.query.SessionEntry;
import io.truetape.store.query.Sessions;
import io.truetape.store.query.WholeField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns named texts into a [FlowFilter], or says with a [Problem] which one was wrong and why.
public final class FilterReader {
  private static final int MAX_VALUES = 200;
  private final Catalog catalog;
  private final SessionClock clock;
  private final Sessions sessions;
  private final Views views;

  public FilterReader(Catalog catalog, SessionClock clock, Sessions sessions, Views views) {
    this.views = views;
    this.catalog = catalog;
    this.clock = clock;
    this.sessions = sessions;
  }

  /// Reads all filters among `texts`; every other name must be in `others`.
  public FlowFilter read(Map<String, String> texts, List<String> others) {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      if (!others.contains(entry.getKey())) {
        Parameter parameter =
            catalog.named(entry.getKey()).orElseThrow(() -> unknown(entry, others));
        conditions.add(condition(parameter, entry.getValue()));
      }
    }
    return new FlowFilter(conditions);
  }

  private Problem unknown(Map.Entry<String, String> entry, List<String> others) {
    List<String> known = new ArrayList<>(catalog.names());
    known.addAll(others);
    return Problem.parameter(
        entry.getKey(),
        entry.getValue(),
        "there is no parameter \"" + entry.getKey() + "\"",
        known,
        Nearest.to(entry.getKey(), known).orElse(""));
  }

  private Condition condition(Parameter p, String text) {
    if (text.isBlank()) {
      throw Problem.parameter(p.name(), text, p.name() + " is empty; leave it out to mean any");
    }
    return switch (p.name()) {
      case "view" -> views.condition(position(p, text.toLowerCase(Locale.ROOT), text));
      case "symbol" -> new Condition.SymbolIn(symbols(p, text));
      case "right" -> codes(p, text, CodeField.RIGHT);
      case "side" -> codes(p, text, CodeField.SIDE);
      case "sentiment" -> codes(p, text, CodeField.SENTIMENT);
      case "phase" -> codes(p, text, CodeField.PHASE);
      case "conditionClass" -> codes(p, text, CodeField.CONDITION_CLASS);
      case "location" -> new Condition.OneOf(CodeField.LOCATION, locations(p, text));
      case "venue" -> new Condition.OneOf(CodeField.VENUE, venues(p, text));
      case "chips" -> chips(p, text);
      case "expiry" -> new Condition.OneOf(CodeField.EXPIRY, days(p, text));
      case "session" -> new Condition.OneOf(CodeField.SESSION, sessionDays(p, text));
      case "minPremium" -> atLeast(WholeField.PREMIUM_MICROS, dollars(p, text));
      case "maxPremium" -> atMost(WholeField.PREMIUM_MICROS, dollars(p, text));
      case "minStrike" -> atLeast(WholeField.STRIKE_MICROS, dollars(p, text));
      case "maxStrike" -> atMost(WholeField.STRIKE_MICROS, dollars(p, text));
      case "minSize" -> atLeast(WholeField.SIZE, whole(p, text));
      case "maxSize" -> atMost(WholeField.SIZE, whole(p, text));
      case "minDte" -> atLeast(WholeField.DTE, whole(p, text));
      case "maxDte" -> atMost(WholeField.DTE, whole(p, text));
      case "minRepeat3m" -> atLeast(WholeField.REPEAT_3M, whole(p, text));
      case "minOtmPct" -> atLeast(RatioField.OTM_PCT, decimal(p, text));
      case "maxOtmPct" -> atMost(RatioField.OTM_PCT, decimal(p, text));
      case "minVolOi" -> atLeast(RatioField.VOL_OI, decimal(p, text));
      case "maxVolOi" -> atMost(RatioField.VOL_OI, decimal(p, text));
      case "minSigScore" -> atLeast(RatioField.SIG_SCORE, decimal(p, text));
      case "maxSigScore" -> atMost(RatioField.SIG_SCORE, decimal(p, text));
      case "from" -> atLeast(WholeField.TS_NANOS, time(p, text));
      case "to" -> atMost(WholeField.TS_NANOS, time(p, text) - 1);
      default -> throw new IllegalStateException("catalog names " + p.name() + ", reader does not");
    };
  }

  private static Condition atLeast(WholeField field, long min) {
    return new Condition.WholeRange(field, min, Long.MAX_VALUE);
  }

  private static Condition atMost(WholeField field, long max) {
    return new Condition.WholeRange(field, Long.MIN_VALUE, max);
  }

  private static Condition atLeast(RatioField field, double min) {
    return new Condition.RatioRange(field, min, Double.MAX_VALUE);
  }

  private static Condition atMost(RatioField field, double max) {
    return new Condition.RatioRange(field, -Double.MAX_VALUE, max);
  }

  static List<String> values(Parameter p, String text) {
    String[] parts = text.split(",", -1);
    if (parts.length > MAX_VALUES) {
      throw Problem.parameter(p.name(), text, "at most " + MAX_VALUES + " values");
    }
    List<String> out = new ArrayList<>();
    for (String part : parts) {
      if (part.isBlank()) {
        throw Problem.parameter(p.name(), text, "there is an empty value between the commas");
      }
      out.add(part.strip());
    }
    return out;
  }

  static List<String> symbols(Parameter p, String text) {
    List<String> out = new ArrayList<>();
    for (String value : values(p, text)) {
      String upper = value.toUpperCase(Locale.ROOT);
      if (upper.length() > 12 || !upper.chars().allMatch(FilterReader::isSymbolLetter)) {
        throw Problem.parameter(
            p.name(), value, "a symbol has at most 12 letters, digits, dots or dashes");
      }
      out.add(upper);
    }
    return out;
  }

  private static boolean isSymbolLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  }

  private static Condition codes(Parameter p, String text, CodeField field) {
    List<Integer> out = new ArrayList<>();
    for (String value : values(p, text)) {
      out.add(position(p, value.toLowerCase(Locale.ROOT), value));
    }
    return new Condition.OneOf(field, out);
  }

  static int position(Parameter p, String normal, String value) {
    int at = p.allowed().indexOf(normal);
    if (at < 0) {
      throw notAllowed(p, value);
    }
    return at;
  }

  static Problem notAllowed(Parameter p, String value) {
    return Problem.parameter(
        p.name(),
        value,
        "\"" + value + "\" is not a value of " + p.name(),
        p.allowed(),
        Nearest.to(value, p.allowed()).orElse(""));
  }

  private static List<Integer> locations(Parameter p, String text) {
    List<Integer> out = new ArrayList<>();
    for (String value : values(p, text)) {
      String upper = value.toUpperCase(Locale.ROOT);
      position(p, upper, value);
      for (QuoteLocation location : QuoteLocation.values()) {
        if (location.display().equals(upper) || location.name().equals(upper)) {
          out.add(location.ordinal());
        }
      }
    }
    return out;
  }

  private static List<Integer> venues(Parameter p, String text) {
    List<Integer> out = new ArrayList<>();
    for (String value : values(p, text)) {
      if (value.matches("#[0-9]{1,6}")) {
        out.add(Venue.FOREIGN + Integer.parseInt(value.substring(1)));
      } else {
        out.add(
            Venue.ofMic(value.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> notAllowed(p, value))
                .code());
      }
    }
    return out;
  }

  private static Condition chips(Parameter p, String text) {
    long all = 0;
    long none = 0;
    for (String value : values(p, text)) {
      boolean not = value.startsWith("-");
      String label = (not ? value.substring(1) : value).toLowerCase(Locale.ROOT);
      Chip chip = Chip.labelled(label).orElseThrow(() -> notAllowed(p, value));
      if (not) {
        none |= chip.bit();
      } else {
        all |= chip.bit();
      }
    }
    if ((all & none) != 0) {
      throw Problem.parameter(p.name(), text, "the same chip is asked for and excluded");
    }
    return new Condition.Chips(all, none);
  }

  static List<Integer> days(Parameter p, String text) {
    List<Integer> out = new ArrayList<>();
    for (String value : values(p, text)) {
      out.add(
          day(value)
              .orElseThrow(
                  () -> Problem.parameter(p.name(), value, "expected a date, YYYY-MM-DD")));
    }
    return out;
  }

  List<Integer> sessionDays(Parameter p, String text) {
    List<Integer> out = new ArrayList<>();
    for (String value : values(p, text)) {
      Optional<Integer> day = day(value);
      if (day.isPresent()) {
        out.add(day.get());
      } else {
        List<SessionEntry> known = sessions.all();
        List<String> names = known.stream().map(SessionEntry::name).toList();
        int at = names.indexOf(value);
        if (at < 0) {
          throw Problem.parameter(
              p.name(),
              value,
              "expected a date, YYYY-MM-DD, or the name of a session",
              names.subList(0, Math.min(50, names.size())),
              Nearest.to(value, names).orElse(""));
        }
        out.add(known.get(at).day());
      }
    }
    return out;
  }

  private static Optional<Integer> day(String text) {
    try {
      return Optional.of((int) LocalDate.parse(text).toEpochDay());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static long dollars(Parameter p, String text) {
    long micros;
    try {
      micros = Price.parse(text);
    } catch (BadInput | ArithmeticException e) {
      throw malformed(p, text, "dollars, e.g. 250000 or 1.25");
    }
    inside(p, text, micros / (double) Price.DOLLAR);
    return micros;
  }

  static long whole(Parameter p, String text) {
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw malformed(p, text, "a whole number");
    }
    inside(p, text, (double) value);
    return value;
  }

  static double decimal(Parameter p, String text) {
    if (!text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)")) {
      throw malformed(p, text, "a decimal number");
    }
    double value = Double.parseDouble(text);
    inside(p, text, value);
    return value;
  }

  private static Problem malformed(Parameter p, String text, String expected) {
    return Problem.parameter(
        p.name(), text, "\"" + text + "\" is not a number; expected " + expected);
  }

  private static void inside(Parameter p, String text, double value) {
    if (value < Double.parseDouble(p.min()) || value > Double.parseDouble(p.max())) {
      throw Problem.parameter(
          p.name(), text, p.name() + " must be between " + p.min() + " and " + p.max());
    }
  }

  long time(Parameter p, String text) {
    return time(p.name(), text, clock);
  }

  /// UTC nanoseconds of epoch nanoseconds, an ISO time with offset, or a New York date (midnight).
  public static long time(String name, String text, SessionClock clock) {
    if (text.matches("[0-9]{1,19}")) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw Problem.parameter(name, text, "epoch nanoseconds beyond the year 2262");
      }
    }
    try {
      if (text.length() == 10) {
        return clock.at(LocalDate.parse(text), LocalTime.MIDNIGHT);
      }
      OffsetDateTime t = OffsetDateTime.parse(text);
      return Math.addExact(
          Math.multiplyExact(t.toEpochSecond(), 1_000_000_000L), (long) t.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      throw Problem.parameter(
          name,
          text,
          "expected epoch nanoseconds, an ISO time with offset (2026-01-16T09:30:00-05:00) or a"
              + " date; a + in a query string is written %2B");
    }
  }
}
