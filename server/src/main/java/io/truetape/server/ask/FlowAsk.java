package io.truetape.server.ask;

import io.truetape.model.text.Nearest;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A page request: filters, sort, order, limit, cursor.
public final class FlowAsk {
  /// What a page request has besides filters.
  public static final List<String> PAGING = List.of("sort", "order", "limit", "cursor");

  private final FilterReader filters;
  private final Cursors cursors = new Cursors();

  public FlowAsk(FilterReader filters) {
    this.filters = filters;
  }

  public FilterReader filters() {
    return filters;
  }

  /// Reads a query string's parameters.
  public FlowQuery read(Map<String, String> texts) {
    FlowFilter filter = filters.read(texts, PAGING);
    FlowSort sort = sort(texts.getOrDefault("sort", "time"));
    boolean descending = descending(texts.getOrDefault("order", "desc"));
    int limit = limit("limit", texts.getOrDefault("limit", "50"), FlowQuery.MAX_LIMIT);
    String cursor = texts.get("cursor");
    Optional<Position> after =
        cursor == null
            ? Optional.empty()
            : Optional.of(cursors.read(cursor, filter, sort, descending));
    return new FlowQuery(filter, sort, descending, after, limit);
  }

  /// The text that asks for the page after `position`.
  public String cursor(FlowQuery query, Position position) {
    return cursors.write(position, query.filter(), query.sort(), query.descending());
  }

  /// A limit between 1 and `max`.
  public static int limit(String name, String text, int max) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= max) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw Problem.parameter(name, text, "expected a whole number between 1 and " + max);
    }
    throw Problem.parameter(name, text, name + " must be between 1 and " + max);
  }

  private static FlowSort sort(String text) {
    List<String> known = Stream.of(FlowSort.values()).map(FlowSort::text).toList();
    int at = known.indexOf(text);
    if (at < 0) {
      throw Problem.parameter(
          "sort",
          text,
          "cannot sort by \"" + text + "\"",
          known,
          Nearest.to(text, known).orElse(""));
    }
    return FlowSort.values()[at];
  }

  private static boolean descending(String text) {
    return switch (text) {
      case "desc" -> true;
      case "asc" -> false;
      default ->
          throw Problem.parameter(
              "order", text, "order is asc or desc", List.of("asc", "desc"), "");
    };
  }
}
