package io.truetape.feed.file;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/// The header of a CSV file: where each named column stands.
public final class Columns {
  private final String header;
  private final List<String> names;

  private Columns(String header, List<String> names) {
    this.header = header;
    this.names = names;
  }

  /// Splits a header line; names are trimmed, unquoted and lower-cased.
  public static Columns of(String header) {
    List<String> names = new ArrayList<>();
    for (String name : header.split(",", -1)) {
      names.add(name.strip().replace("\"", "").toLowerCase(java.util.Locale.ROOT));
    }
    return new Columns(header, names);
  }

  /// The place of a column that must be there.
  public int require(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      String near = Nearest.to(name, names).map(n -> "; is it \"" + n + "\"?").orElse("");
      throw new BadInput("column \"" + name + "\" is missing" + near + " The header is: " + header);
    }
    return place;
  }

  /// The place of a column, or -1.
  public int find(String name) {
    return names.indexOf(name);
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  String name(int place) {
    return place < names.size() ? names.get(place) : "field " + (place + 1);
  }
}
