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
  private final Map<String, Kind> kinds = new TreeMap<>();

  /// What kind of value a key has; `word` is how an error names it.
  private enum Kind {
    TEXT("text in quotes"),
    NUMBER("a number"),
    FLAG("true or false");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

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

  /// Refuses the first key whose value is of another kind than the same key's in `model`.
  void refuseOtherKinds(Toml model) {
    for (Map.Entry<String, Kind> own : kinds.entrySet()) {
      Kind expected = model.kinds.get(own.getKey());
      if (expected != null && expected != own.getValue()) {
        throw otherKind(own.getKey(), expected, own.getValue());
      }
    }
  }

  /// Refuses the first key of `section` that is not among `known`.
  void refuseUnknown(String section, List<String> known) {
    for (String key : values.keySet()) {
      if (key.startsWith(section + ".")) {
        String name = key.substring(section.length() + 1);
        if (!known.contains(name)) {
          throw new BadInput(
              where(key) + ": unknown key \"" + name + "\"" + Nearest.suggestion(name, known));
        }
      }
    }
  }

  /// Refuses a key that is no text in quotes, or no flag where `isFlag` is true.
  void refuseOtherKind(String key, boolean isFlag) {
    Kind kind = kinds.get(key);
    Kind expected = isFlag ? Kind.FLAG : Kind.TEXT;
    if (kind != null && kind != expected) {
      throw otherKind(key, expected, kind);
    }
  }

  /// File and line of a key or section, for an error message.
  String where(String key) {
    var position = key.isEmpty() ? null : parsed.inputPositionOf(key);
    return position == null ? origin : origin + " line " + position.line();
  }

  private BadInput otherKind(String key, Kind expected, Kind kind) {
    String value = key + " = " + values.get(key);
    return new BadInput(
        where(key) + ": " + value + ": expected " + expected.word + ", not " + kind.word);
  }

  private void put(String path, String value, Kind kind) {
    values.put(path, value);
    kinds.put(path, kind);
  }

  private void flatten(String prefix, TomlTable table) {
    for (String key : new ArrayList<>(table.keySet())) {
      String path = prefix.isEmpty() ? key : prefix + "." + key;
      switch (table.get(List.of(key))) {
        case TomlTable inner -> flatten(path, inner);
        case String text -> put(path, text, Kind.TEXT);
        case Double number when Double.isFinite(number) ->
            put(path, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), Kind.NUMBER);
        case Long number -> put(path, number.toString(), Kind.NUMBER);
        case Boolean flag -> put(path, flag.toString(), Kind.FLAG);
        case null, default ->
            throw new BadInput(
                where(path) + ": " + path + " must be text, a number, true or false");
      }
    }
  }
}
