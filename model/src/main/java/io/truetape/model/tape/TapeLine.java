package io.truetape.model.tape;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One line being read: words in order, and `key=value` pairs in any order.
///
/// Whoever reads asks for what it knows and then calls [#finish], which refuses what nobody asked
/// for. A word or value may stand in double quotes with the escapes of [Quoting].
final class TapeLine {
  private final List<String> words = new ArrayList<>();
  private final Map<String, List<String>> pairs = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private int next;

  TapeLine(String text) {
    int i = 0;
    while (i < text.length()) {
      if (Character.isWhitespace(text.charAt(i))) {
        i++;
      } else {
        i = token(text, i);
      }
    }
  }

  /// The next word; refuses the line when there is none, saying what should stand there.
  String word(String expected) {
    if (next == words.size()) {
      throw new BadInput("the line ends where " + expected + " was expected");
    }
    return words.get(next++);
  }

  /// The next word must be `text`.
  void literal(String text) {
    String found = word("\"" + text + "\"");
    if (!found.equals(text)) {
      throw new BadInput("expected \"" + text + "\" but found \"" + found + "\"");
    }
  }

  /// The value of `key`, or `absent`.
  String value(String key, String absent) {
    List<String> found = values(key);
    if (found.size() > 1) {
      throw new BadInput("key " + key + "= stands more than once");
    }
    return found.isEmpty() ? absent : found.getFirst();
  }

  /// Every value of a key that may repeat, in order.
  List<String> values(String key) {
    asked.add(key);
    return pairs.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return pairs.containsKey(key);
  }

  /// Refuses words and keys that nothing asked for.
  void finish() {
    if (next < words.size()) {
      throw new BadInput("unexpected \"" + words.get(next) + "\"");
    }
    for (String key : pairs.keySet()) {
      if (!asked.contains(key)) {
        throw new BadInput("unknown key " + key + "=" + Nearest.suggestion(key, asked));
      }
    }
  }

  private int token(String text, int from) {
    int equals = keyEnd(text, from);
    int start = equals > 0 ? equals + 1 : from;
    int end = end(text, start);
    String value = Quoting.unquote(text.substring(start, end));
    if (equals > 0) {
      pairs.computeIfAbsent(text.substring(from, equals), _ -> new ArrayList<>()).add(value);
    } else {
      words.add(value);
    }
    return end;
  }

  private static int keyEnd(String text, int from) {
    int i = from;
    while (i < text.length() && (Character.isLowerCase(text.charAt(i)) || text.charAt(i) == '-')) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '=' ? i : -1;
  }

  private static int end(String text, int from) {
    if (from < text.length() && text.charAt(from) == '"') {
      return Quoting.end(text, from);
    }
    int i = from;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
