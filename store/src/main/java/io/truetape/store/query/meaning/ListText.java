package io.truetape.store.query.meaning;

import io.truetape.model.text.BadInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of numbers, texts, enums and records as JSON, and back by their type.
///
/// Exact: a list read back equals the one that was written. Numbers in shortest form.
final class ListText {
  private final String text;
  private int at;

  private ListText(String text) {
    this.text = text;
  }

  static String write(List<?> list) {
    StringBuilder out = new StringBuilder(16 + 24 * list.size());
    value(out, list);
    return out.toString();
  }

  /// Reads a list whose elements are of `element`.
  static List<?> read(String text, Type element) {
    return new ListText(text).list(element);
  }

  private static void value(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : ",");
          value(out, list.get(i));
        }
        out.append(']');
      }
      case Record record -> record(out, record);
      case Enum<?> name -> out.append('"').append(name.name()).append('"');
      case String words -> quote(out, words);
      default -> out.append(value);
    }
  }

  private static void record(StringBuilder out, Record record) {
    out.append('{');
    List<RecordComponent> components = Shape.components(record.getClass());
    for (int i = 0; i < components.size(); i++) {
      RecordComponent c = components.get(i);
      out.append(i == 0 ? "\"" : ",\"").append(c.getName()).append("\":");
      value(out, Shape.get(c, record));
    }
    out.append('}');
  }

  private static void quote(StringBuilder out, String words) {
    out.append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private List<?> list(Type element) {
    expect('[');
    List<@Nullable Object> out = new ArrayList<>();
    while (text.charAt(at) != ']') {
      if (!out.isEmpty()) {
        expect(',');
      }
      out.add(value(element));
    }
    at++;
    return out;
  }

  private @Nullable Object value(Type type) {
    if (type instanceof ParameterizedType p) {
      return list(p.getActualTypeArguments()[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      return record(raw);
    }
    return Shape.scalar(raw, text.charAt(at) == '"' ? quoted() : word());
  }

  private Object record(Class<?> type) {
    expect('{');
    List<RecordComponent> components = Shape.components(type);
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        expect(',');
      }
      String name = quoted();
      if (!name.equals(components.get(i).getName())) {
        throw bad("expected " + components.get(i).getName() + ", not " + name);
      }
      expect(':');
      values[i] = value(components.get(i).getGenericType());
    }
    expect('}');
    Constructor<?> constructor = Shape.constructor(type);
    return Shape.make(constructor, values);
  }

  private String word() {
    int from = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
      } else if (text.charAt(at) == 'u') {
        out.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
        at += 5;
      } else {
        out.append(text.charAt(at++));
      }
    }
    at++;
    return out.toString();
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw bad("expected " + c);
    }
    at++;
  }

  private BadInput bad(String what) {
    return new BadInput(what + " at " + at + " of " + text);
  }
}
