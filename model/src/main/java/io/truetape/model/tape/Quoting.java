package io.truetape.model.tape;

import io.truetape.model.text.BadInput;

/// Free text on a line: in double quotes, with `\"`, `\\`, `\n`, `\r`, `\t` and a `u` escape with
/// four hexadecimal digits.
final class Quoting {
  private Quoting() {}

  /// `text` as one token; quoted only when it has to be.
  static String quote(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  /// Undoes [#quote]; a token that is not quoted is returned as it is.
  static String unquote(String token) {
    if (token.isEmpty() || token.charAt(0) != '"') {
      return token;
    }
    StringBuilder out = new StringBuilder(token.length());
    int i = 1;
    while (i < token.length() - 1) {
      char c = token.charAt(i);
      i += c == '\\' ? escaped(out, token, i + 1) : 1;
      if (c != '\\') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Appends what the escape at `at` stands for; answers the length of the whole escape.
  private static int escaped(StringBuilder out, String token, int at) {
    char c = token.charAt(at);
    switch (c) {
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> out.append(hex(token, at + 1));
      case '"', '\\' -> out.append(c);
      default -> throw new BadInput("escape \\" + c + " is not one of \\\" \\\\ \\n \\r \\t or u");
    }
    return c == 'u' ? 6 : 2;
  }

  /// Where the quoted token that starts at `from` ends, exclusive.
  static int end(String text, int from) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    if (i < text.length()) {
      return i + 1;
    }
    throw new BadInput("the quote opened at position " + (from + 1) + " is never closed");
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (Character.isISOControl(c)
            || Character.isSurrogate(c)
            || c == '\u2028'
            || c == '\u2029') {
          out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '"' || c == '=' || c == '#' || c == '\\') {
        return false;
      }
    }
    return !text.isEmpty() && !text.equals("-");
  }

  private static char hex(String token, int from) {
    try {
      return (char) Integer.parseInt(token, from, from + 4, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new BadInput("a u escape needs four hexadecimal digits");
    }
  }
}
