package io.truetape.app.config;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// A TOML text as flat, ordered `section.key = value` text, with the line each key stands on.
final class Toml {
  private final String origin;
  private final TomlParseResult parsed;
  private final Map<String, String> values = new TreeMap<>();

  private Toml(String origin, TomlParseResult parsed) {
    this.origin = origin;
    this.parsed = parsed;
    flatten("", parsed);
  }

  /// Parses `text`; `origin` names it in errors. Syntax errors are refused with line and column.
  static Toml parse(String origin, String text) {
    TomlParseResult parsed = org.tomlj.Toml.parse(text);
    if (parsed.hasErrors()) {
      TomlParseError first = parsed.errors().getFirst();
      throw new BadInput(
          origin
              + " line "
              + first.position().line()
              + ", column "
              + first.position().column()
              + ": "
              + first.getMessage());
    }
    return new Toml(origin, parsed);
  }

  /// All values, by key.
  Map<String, String> values() {
    return values;
  }

  /// Refuses the first key that is not among `known`, naming the nearest that is.
  void refuseUnknown(List<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new BadInput(
            where(key) + ": unknown key \"" + key + "\"" + Nearest.suggestion(key, known));
      }
    }
  }

  /// File and line of a key, for an error message.
  String where(String key) {
    var position = parsed.inputPositionOf(key);
    return position == null ? origin : origin + " line " + position.line();
  }

  private void flatten(String prefix, TomlTable table) {
    for (String key : new ArrayList<>(table.keySet())) {
      String path = prefix.isEmpty() ? key : prefix + "." + key;
      switch (table.get(List.of(key))) {
        case TomlTable inner -> flatten(path, inner);
        case String text -> values.put(path, text);
        case Double number ->
            values.put(path, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
        case Long number -> values.put(path, number.toString());
        case Boolean flag -> values.put(path, flag.toString());
        case null, default ->
            throw new BadInput(
                where(path) + ": " + path + " must be text, a number, true or false");
      }
    }
  }
}
