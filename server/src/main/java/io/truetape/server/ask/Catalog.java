package io.truetape.server.ask;

import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionPhase;
import io.truetape.server.view.Json;
import io.truetape.store.query.ConditionClass;
import io.truetape.store.query.FlowSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every filter there is. The parser, the OpenAPI document and the page's filter bar all read it.
public final class Catalog {
  private final List<Parameter> parameters = new ArrayList<>();

  public Catalog() {
    add(
        "view",
        "enum",
        false,
        "",
        "",
        "",
        Views.NAMES,
        "a named view: all, or what stands out in its own contract, bought or sold");
    text("symbol", "underlying or root, e.g. SPX or SPXW");
    choice("right", lower(Right.values()), "call or put");
    choice("side", lower(Side.values()), "who crossed, inferred");
    choice("location", locations(), "price against the NBBO; MID is anywhere inside");
    choice("sentiment", lower(Sentiment.values()), "what a signed print leans to, inferred");
    add("chips", "chips", true, "", "", "", chips(), "every one must be there; -chip: must not");
    range("Premium", "decimal", "dollars", "0", "9000000000000", "price x size x multiplier");
    range("Size", "integer", "contracts", "0", "2147483647", "contracts of the print");
    range("Dte", "integer", "days", "0", "36500", "calendar days to expiry, New York");
    range("OtmPct", "decimal", "percent", "-1000000", "1000000", "out of the money; below 0 is in");
    range("VolOi", "decimal", "ratio", "0", "1000000000", "session volume / open interest");
    add(
        "minRepeat3m",
        "integer",
        false,
        "prints",
        "0",
        "2147483647",
        List.of(),
        "like prints in three minutes, at least");
    range("SigScore", "decimal", "percentile", "0", "1", "sigScore percentile");
    add("expiry", "date", true, "", "", "", List.of(), "expiry dates, YYYY-MM-DD");
    range("Strike", "decimal", "dollars", "0", "100000", "strike price");
    choice("venue", venues(), "where it printed, as reported");
    choice("conditionClass", ConditionClass.names(), "class of the sale condition, as reported");
    add("session", "session", true, "", "", "", List.of(), "trading days, YYYY-MM-DD or a name");
    choice("phase", lower(SessionPhase.values()), "trading phase");
    add("from", "time", false, "", "", "", List.of(), "exchange time at or after: ISO or epoch ns");
    add("to", "time", false, "", "", "", List.of(), "exchange time before: ISO or epoch ns");
  }

  /// All filters, in the order a person would expect them.
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  public Optional<Parameter> named(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  public List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }

  /// The machine-readable list.
  public String json() {
    Json out = new Json(16_384).open().name("filters").openList();
    for (Parameter p : parameters) {
      out.open().field("name", p.name()).field("kind", p.kind()).field("list", p.list());
      out.field("unit", p.unit()).field("meaning", p.meaning());
      out.name("min");
      limit(out, p.min());
      out.name("max");
      limit(out, p.max());
      out.name("allowed").openList();
      p.allowed().forEach(out::text);
      out.closeList().close();
    }
    out.closeList().name("chips").openList();
    for (Chip chip : Chip.values()) {
      out.open().field("label", chip.label()).field("meaning", chip.meaning());
      out.field("bit", chip.ordinal()).close();
    }
    out.closeList().name("sorts").openList();
    for (FlowSort sort : FlowSort.values()) {
      out.text(sort.text());
    }
    out.closeList().name("orders").openList().text("desc").text("asc").closeList();
    return out.name("limit")
        .open()
        .field("min", 1)
        .field("max", 1_000)
        .field("default", 50)
        .close()
        .close()
        .toString();
  }

  private static void limit(Json out, String text) {
    if (text.isEmpty()) {
      out.none();
    } else {
      out.raw(text);
    }
  }

  private void range(
      String name, String kind, String unit, String min, String max, String meaning) {
    add("min" + name, kind, false, unit, min, max, List.of(), meaning + ", at least");
    add("max" + name, kind, false, unit, min, max, List.of(), meaning + ", at most");
  }

  private void text(String name, String meaning) {
    add(name, "text", true, "", "", "", List.of(), meaning);
  }

  private void choice(String name, List<String> allowed, String meaning) {
    add(name, "enum", true, "", "", "", allowed, meaning);
  }

  private void add(
      String name,
      String kind,
      boolean list,
      String unit,
      String min,
      String max,
      List<String> allowed,
      String meaning) {
    parameters.add(new Parameter(name, kind, list, unit, min, max, allowed, meaning));
  }

  private static List<String> lower(Enum<?>[] values) {
    return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> chips() {
    return Stream.of(Chip.values()).map(Chip::label).toList();
  }

  private static List<String> venues() {
    return Stream.of(Venue.values()).filter(v -> v.code() < 40).map(Venue::name).toList();
  }

  private static List<String> locations() {
    List<String> out = new ArrayList<>(List.of("AA", "A", "MID", "B", "BB", "MISSING", "STALE"));
    for (QuoteLocation location : QuoteLocation.values()) {
      if (!out.contains(location.name())) {
        out.add(location.name());
      }
    }
    return List.copyOf(out);
  }
}
