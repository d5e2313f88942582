package io.truetape.server.ask;

import io.truetape.model.text.Nearest;
import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns named texts into filters and pages of conclusions, or says which one was wrong and why.
public final class FactAsk {
  /// What a page request has besides filters.
  public static final List<String> PAGING =
      List.of("sort", "order", "limit", "cursor", "revisions");

  private final FilterReader reader;
  private final Cursors cursors = new Cursors();
  private final Map<Resource, FactCatalog> catalogs = new EnumMap<>(Resource.class);

  public FactAsk(FilterReader reader) {
    this.reader = reader;
    for (Resource resource : Resource.values()) {
      catalogs.put(resource, new FactCatalog(resource));
    }
  }

  public FactCatalog catalog(Resource resource) {
    return java.util.Objects.requireNonNull(catalogs.get(resource));
  }

  /// Reads all filters among `texts`; every other name must be in `others`.
  public FactFilter filter(Resource resource, Map<String, String> texts, List<String> others) {
    FactCatalog catalog = catalog(resource);
    List<FactCondition> conditions = new ArrayList<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      if (!others.contains(entry.getKey())) {
        FactParameter parameter =
            catalog.parameters().stream()
                .filter(p -> p.name().equals(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> unknown(catalog, entry, others));
        conditions.add(condition(parameter, entry.getValue()));
      }
    }
    return new FactFilter(resource, conditions);
  }

  private static Problem unknown(
      FactCatalog catalog, Map.Entry<String, String> entry, List<String> others) {
    List<String> known = new ArrayList<>(catalog.filters().stream().map(Parameter::name).toList());
    known.addAll(others);
    return Problem.parameter(
        entry.getKey(),
        entry.getValue(),
        "there is no parameter \"" + entry.getKey() + "\"",
        known,
        Nearest.to(entry.getKey(), known).orElse(""));
  }

  /// The symbols asked for; none means all.
  public List<String> symbols(Map<String, String> texts) {
    String text = texts.get("symbol");
    return text == null
        ? List.of()
        : FilterReader.symbols(catalog(Resource.TIDE).parameters().getFirst().parameter(), text);
  }

  /// Reads a page request.
  public FactQuery read(Resource resource, Map<String, String> texts) {
    FactFilter filter = filter(resource, texts, PAGING);
    String sort = sort(catalog(resource).sorts(), texts.getOrDefault("sort", "time"));
    boolean descending = oneOf("order", texts.getOrDefault("order", "desc"), "desc", "asc");
    boolean every = oneOf("revisions", texts.getOrDefault("revisions", "latest"), "all", "latest");
    int limit = FlowAsk.limit("limit", texts.getOrDefault("limit", "50"), FactQuery.MAX_LIMIT);
    FactQuery query = new FactQuery(filter, sort, descending, every, Optional.empty(), limit);
    String cursor = texts.get("cursor");
    return cursor == null
        ? query
        : new FactQuery(
            filter, sort, descending, every, Optional.of(cursors.read(cursor, query)), limit);
  }

  /// The text that asks for the page after `position`.
  public String cursor(FactQuery query, FactPosition position) {
    return cursors.write(position, query);
  }

  private static String sort(Map<String, String> sorts, String text) {
    String column = sorts.get(text);
    if (column == null) {
      List<String> known = List.copyOf(sorts.keySet());
      throw Problem.parameter(
          "sort",
          text,
          "cannot sort by \"" + text + "\"",
          known,
          Nearest.to(text, known).orElse(""));
    }
    return column;
  }

  private static boolean oneOf(String name, String text, String yes, String no) {
    if (text.equals(yes) || text.equals(no)) {
      return text.equals(yes);
    }
    throw Problem.parameter(name, text, name + " is " + yes + " or " + no, List.of(yes, no), "");
  }

  private FactCondition condition(FactParameter f, String text) {
    Parameter p = f.parameter();
    if (text.isBlank()) {
      throw Problem.parameter(p.name(), text, p.name() + " is empty; leave it out to mean any");
    }
    String column = f.column();
    return switch (f.how()) {
      case SYMBOL -> new FactCondition.SymbolIn(FilterReader.symbols(p, text));
      case NAME ->
          new FactCondition.OneOf(
              column, names(p, text).stream().map(n -> n.toUpperCase(Locale.ROOT)).toList());
      case TEXT ->
          new FactCondition.OneOf(
              column, p.allowed().isEmpty() ? FilterReader.values(p, text) : names(p, text));
      case BITS -> bits(column, p, text);
      case TRUTH -> new FactCondition.Is(column, names(p, text).getFirst().equals("true"));
      case SESSION ->
          new FactCondition.NumberIn(
              column, reader.sessionDays(p, text).stream().map(Long::valueOf).toList());
      case FROM -> atLeast(column, reader.time(p, text));
      case TO -> atMost(column, reader.time(p, text) - 1);
      case MIN_DOLLARS -> atLeast(column, FilterReader.dollars(p, text));
      case MAX_DOLLARS -> atMost(column, FilterReader.dollars(p, text));
      case MIN_WHOLE -> atLeast(column, FilterReader.whole(p, text));
      case MAX_WHOLE -> atMost(column, FilterReader.whole(p, text));
      case MIN_RATIO ->
          new FactCondition.RatioRange(column, FilterReader.decimal(p, text), Double.MAX_VALUE);
      case MAX_RATIO ->
          new FactCondition.RatioRange(column, -Double.MAX_VALUE, FilterReader.decimal(p, text));
    };
  }

  private static FactCondition bits(String column, Parameter p, String text) {
    long mask = 0;
    for (String name : names(p, text)) {
      mask |= 1L << p.allowed().indexOf(name);
    }
    return new FactCondition.Bits(column, mask);
  }

  private static List<String> names(Parameter p, String text) {
    List<String> out = new ArrayList<>();
    for (String value : FilterReader.values(p, text)) {
      String lower = value.toLowerCase(Locale.ROOT);
      FilterReader.position(p, lower, value);
      out.add(lower);
    }
    return out;
  }

  private static FactCondition atLeast(String column, long min) {
    return new FactCondition.WholeRange(column, min, Long.MAX_VALUE);
  }

  private static FactCondition atMost(String column, long max) {
    return new FactCondition.WholeRange(column, Long.MIN_VALUE, max);
  }
}
