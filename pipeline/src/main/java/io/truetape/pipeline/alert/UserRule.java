package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Comparison;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Side;
import io.truetape.model.symbol.Contract;
import io.truetape.model.text.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// One user's alert rule: `on=print&symbol=SPY&minPremium=100000&chips=sweeps,-multi-leg`.
///
/// The names and values are those of the flow filter; `on` says what is watched (`print`, `packet`,
/// `structure`, `profile`, `classifier`). A name that does not belong to what is watched, or a value
/// its name does not have, is refused. Source: docs/formats/alert-rules.md.
final class UserRule {
  private final String id;
  private final String owner;
  private final String content;
  private final String watched;
  private final List<Test> tests;

  private UserRule(String id, String owner, String content, String watched, List<Test> tests) {
    this.id = id;
    this.owner = owner;
    this.content = content;
    this.watched = watched;
    this.tests = tests;
  }

  /// A name and its wanted values.
  record Test(String name, List<String> values, double number) {
    /// True when a measured number decides.
    boolean isNumber() {
      return name.startsWith("min") || name.startsWith("max");
    }

    Comparison comparison() {
      return name.startsWith("max") ? Comparison.AT_MOST : Comparison.AT_LEAST;
    }

    /// An unknown value never holds.
    boolean holds(double measured) {
      return measured > Measures.UNKNOWN && comparison().holds(measured, number);
    }
  }

  static UserRule parse(String id, String owner, String content) {
    String watched = "print";
    List<Test> tests = new ArrayList<>();
    for (String part : content.split("&")) {
      int equals = part.indexOf('=');
      if (equals <= 0 || equals == part.length() - 1) {
        throw new BadInput("alert rule " + id + ": \"" + part + "\" is not name=value");
      }
      String name = part.substring(0, equals);
      String value = part.substring(equals + 1);
      if (name.equals("on")) {
        watched = value;
      } else {
        tests.add(new Test(name, List.of(value.split(",")), RuleWords.number(id, name, value)));
      }
    }
    RuleWords.check(id, watched, tests);
    return new UserRule(id, owner, content, watched, List.copyOf(tests));
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String content() {
    return content;
  }

  /// How often one contract must match before it counts; 1 when the rule does not say.
  int count() {
    return (int) numberOf("count", 1);
  }

  /// Within how many nanoseconds.
  long withinNanos() {
    return (long) (numberOf("withinMinutes", 0) * 60e9);
  }

  private double numberOf(String name, double otherwise) {
    for (Test test : tests) {
      if (test.name().equals(name)) {
        return test.number();
      }
    }
    return otherwise;
  }

  boolean watches(String what) {
    return watched.equals(what);
  }

  boolean matches(ChippedPrint p) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "side" -> t.values().contains(lower(p.sided().side()));
            case "location" -> t.values().contains(p.quoted().location().display());
            case "sentiment" -> t.values().contains(lower(p.measured().sentiment()));
            case "chips" -> chips(t, p.chips());
            case "sizeOverOi" -> overOi(p.print().size(), p.windowed().openInterest());
            case "count", "withinMinutes" -> true;
            case "symbol", "right" -> common(t, p.contract());
            default -> t.holds(Measures.of(t.name(), p));
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  boolean matches(FlowPacket p) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "cluster" -> cluster(t, p);
            case "sizeOverOi" -> overOi(p.tape().size(), p.context().openInterest());
            case "chips" -> chips(t, p.context().chips());
            case "path" -> t.values().contains(lower(p.tape().path()));
            case "location" -> location(t, p.quotes());
            case "symbol", "right" -> common(t, p.contract());
            default -> t.holds(Measures.of(t.name(), p));
          };
      if (!holds) {
        return false;
      }
    }
    return !p.isEmpty();
  }

  boolean matches(StructureFound s) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "type" -> t.values().contains(lower(s.type()));
            case "mode" -> t.values().contains(lower(s.mode()));
            case "side" -> t.values().contains(lower(s.side()));
            case "direction" -> t.values().contains(lower(s.direction()));
            case "symbol", "right" -> common(t, s.legs().getFirst().contract());
            default -> t.holds(Measures.of(t.name(), s));
          };
      if (!holds) {
        return false;
      }
    }
    return !s.isWithdrawn();
  }

  boolean matches(SmartMoneyEvent e) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "profile" -> t.values().contains(e.primary().text());
            case "direction" -> t.values().contains(lower(e.direction()));
            case "symbol", "right" -> common(t, e.contract());
            default -> t.holds(Measures.of(t.name(), e));
          };
      if (!holds) {
        return false;
      }
    }
    return !e.abstained();
  }

  boolean matches(ClassifierHits h, ClassifierHit hit, int dte) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "classifier" -> t.values().contains(hit.classifier().text());
            case "direction" -> t.values().contains(lower(hit.direction()));
            case "symbol", "right" -> common(t, h.contract());
            default -> t.holds(Measures.of(t.name(), h, hit, dte));
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  boolean matches(String symbol, Crossings.Crossing crossing) {
    for (Test t : tests) {
      boolean holds =
          switch (t.name()) {
            case "crossing" -> t.values().contains(crossing.level());
            case "direction" -> t.values().contains(lower(crossing.direction()));
            default -> t.values().contains(symbol);
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /// The rule's numbers as they were met by something that matches, in the order of the rule;
  /// `measure` gives the value a name asks for.
  List<Condition> conditions(ToDoubleFunction<String> measure) {
    List<Condition> conditions = new ArrayList<>();
    for (Test t : tests) {
      if (t.isNumber()) {
        double measured = measure.applyAsDouble(t.name());
        conditions.add(Condition.of(t.name(), measured, t.comparison(), t.number(), true));
      }
    }
    return conditions;
  }

  private static boolean common(Test t, Contract contract) {
    String value =
        t.name().equals("symbol") ? contract.underlying() : contract.isCall() ? "call" : "put";
    return t.values().contains(value);
  }

  /// An unknown open interest is not exceeded.
  private static boolean overOi(long size, long openInterest) {
    return openInterest >= 0 && size > openInterest;
  }

  /// Every print of the packet stood at one of the named places.
  private static boolean location(Test t, PacketQuotes q) {
    int named =
        at(t, "AA", q.aboveAsk())
            + at(t, "A", q.atAsk())
            + at(t, "MID", q.inside())
            + at(t, "B", q.atBid())
            + at(t, "BB", q.belowBid())
            + at(t, "STALE", q.stale())
            + at(t, "MISSING", q.missing());
    int all = q.aboveAsk() + q.atAsk() + q.inside() + q.atBid() + q.belowBid();
    return named > 0 && named == all + q.stale() + q.missing();
  }

  private static int at(Test t, String place, int prints) {
    return t.values().contains(place) ? prints : 0;
  }

  /// Every named chip is set; a chip with a minus before it is not.
  private static boolean chips(Test t, long mask) {
    for (String label : t.values()) {
      boolean wanted = !label.startsWith("-");
      boolean set =
          Chip.labelled(wanted ? label : label.substring(1)).map(c -> c.isIn(mask)).orElse(false);
      if (set != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean cluster(Test t, FlowPacket p) {
    for (ClusterKind kind : ClusterKind.values()) {
      if (t.values().contains(lower(kind)) && p.has(kind)) {
        return true;
      }
    }
    return false;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A side as the filter names it.
  static String lower(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
