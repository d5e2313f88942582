package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import io.truetape.server.ask.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the parts of a request strictly.
public final class Asked {
  private Asked() {}

  /// The query string's parameters; one given twice is refused.
  public static Map<String, String> parameters(Context ctx) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> entry : ctx.queryParamMap().entrySet()) {
      if (entry.getValue().size() > 1) {
        throw Problem.parameter(
            entry.getKey(),
            String.join(" ", entry.getValue()),
            entry.getKey() + " is given more than once; use one, values joined by commas");
      }
      out.put(entry.getKey(), entry.getValue().getFirst());
    }
    return out;
  }

  /// The same, where only some names are known.
  static Map<String, String> parameters(Context ctx, List<String> known) {
    Map<String, String> out = parameters(ctx);
    for (Map.Entry<String, String> entry : out.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw Problem.parameter(
            entry.getKey(),
            entry.getValue(),
            "there is no parameter \"" + entry.getKey() + "\"",
            known,
            Nearest.to(entry.getKey(), known).orElse(""));
      }
    }
    return out;
  }

  /// The `id` of a path, a log position or a number we gave out.
  static long id(Context ctx) {
    return id(ctx.pathParam("id"));
  }

  static long id(String text) {
    try {
      long id = Long.parseLong(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      throw Problem.parameter("id", text, "expected a whole number above 0");
    }
    throw Problem.parameter("id", text, "expected a whole number above 0");
  }

  /// Answers JSON text.
  static void answer(Context ctx, String json) {
    ctx.contentType("application/json; charset=utf-8").result(json);
  }

  /// A contract by its OCC symbol, padded or not.
  static Contract contract(String name, String text) {
    try {
      return Osi.parse(text.toUpperCase(Locale.ROOT));
    } catch (BadInput e) {
      throw Problem.parameter(
          name, text, "expected an OCC symbol, e.g. SPXW260116C06000000: " + e.getMessage());
    }
  }
}
