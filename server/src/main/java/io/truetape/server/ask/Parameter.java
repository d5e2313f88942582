package io.truetape.server.ask;

import java.util.List;

/// One filter parameter as the catalog describes it and the parser obeys it.
///
/// `kind` is enum, chips, text, integer, decimal, date, time; `list` allows comma-separated values;
/// `min` and `max` are inclusive limits as text, empty when there is none.
public record Parameter(
    String name,
    String kind,
    boolean list,
    String unit,
    String min,
    String max,
    List<String> allowed,
    String meaning) {
  public Parameter {
    allowed = List.copyOf(allowed);
  }
}
