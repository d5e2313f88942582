package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Side;
import io.truetape.model.text.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
  record Test(String name, List<String> values, double number) {}

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
            case "minOtmPct" -> p.measured().hasSpot() && p.measured().otmPct() >= t.number();
            case "maxOtmPct" -> p.measured().hasSpot() && p.measured().otmPct() <= t.number();
            case "minVolOi" -> p.measured().volOiRatio() >= t.number();
            case "minSigScore" -> p.measured().sigScore() >= t.number();
            case "minOi" -> p.windowed().openInterest() >= t.number();
            case "minVolume" -> p.windowed().dayVolume() >= t.number();
            case "minPrice" -> p.print().priceMicros() / 1e6 >= t.number();
            case "minRepeat3m" -> p.windowed().repeat3m() >= t.number();
            case "minPremiumZ" -> p.windowed().hasZ() && p.windowed().premiumZ() >= t.number();
            case "sizeOverOi" -> overOi(p.print().size(), p.windowed().openInterest());
            case "count", "withinMinutes" -> true;
            default ->
                common(
                    t,
                    p.contract().underlying(),
                    p.contract().isCall(),
                    p.measured().premiumMicros(),
                    p.print().size(),
                    p.measured().dte());
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
            case "minPrints" -> p.tape().prints() >= t.number();
            case "minVenues" -> p.tape().venues() >= t.number();
            case "minBias" -> Math.abs(p.quotes().bias()) >= t.number();
            case "minOtmPct", "maxOtmPct", "minSigScore", "minVolOi", "minOi", "minVolume" ->
                surroundings(t, p.context());
            case "minPremiumZ" -> p.context().hasZ() && p.context().premiumZ() >= t.number();
            case "sizeOverOi" -> overOi(p.tape().size(), p.context().openInterest());
            case "chips" -> chips(t, p.context().chips());
            case "path" -> t.values().contains(lower(p.tape().path()));
            case "location" -> location(t, p.quotes());
            case "minPrice" -> p.tape().vwapMicros() / 1e6 >= t.number();
            case "maxSpanMillis" -> (p.toTsNanos() - p.fromTsNanos()) / 1e6 <= t.number();
            case "maxInterFillMillis" ->
                p.tape().interFillNanos() >= 0 && p.tape().interFillNanos() / 1e6 <= t.number();
            default ->
                common(
                    t,
                    p.contract().underlying(),
                    p.contract().isCall(),
                    p.tape().premiumMicros(),
                    p.tape().size(),
                    p.context().dte());
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
            case "minScore" -> s.score() >= t.number();
            default ->
                common(
                    t,
                    s.underlying(),
                    s.legs().getFirst().contract().isCall(),
                    s.premiumMicros(),
                    s.units(),
                    s.dte());
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
            case "minConfidence" -> e.confidence() >= t.number();
            default ->
                common(
                    t,
                    e.underlying(),
                    e.features().isCall(),
                    e.features().premiumMicros(),
                    e.features().size(),
                    e.features().dte());
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
            case "minConfidence" -> hit.confidence() >= t.number();
            default ->
                common(
                    t,
                    h.underlying(),
                    h.contract().isCall(),
                    h.premiumMicros(),
                    h.prints().size(),
                    dte);
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

  private static boolean common(
      Test t, String symbol, boolean call, long premiumMicros, long size, int dte) {
    return switch (t.name()) {
      case "symbol" -> t.values().contains(symbol);
      case "right" -> t.values().contains(call ? "call" : "put");
      case "minPremium" -> premiumMicros / 1e6 >= t.number();
      case "maxPremium" -> premiumMicros / 1e6 <= t.number();
      case "minSize" -> size >= t.number();
      case "minDte" -> dte >= t.number();
      case "maxDte" -> dte <= t.number();
      default -> throw new AssertionError("rule test " + t.name() + " passed parsing");
    };
  }

  private static boolean surroundings(Test t, PacketContext c) {
    return switch (t.name()) {
      case "minOtmPct" -> c.hasSpot() && c.otmPct() >= t.number();
      case "maxOtmPct" -> c.hasSpot() && c.otmPct() <= t.number();
      case "minSigScore" -> c.sigScore() >= t.number();
      case "minOi" -> c.openInterest() >= t.number();
      case "minVolume" -> c.dayVolume() >= t.number();
      default ->
          c.openInterest() >= 0
              && (double) c.dayVolume() / Math.max(1, c.openInterest()) >= t.number();
    };
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
