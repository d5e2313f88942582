package io.truetape.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.truetape.model.text.BadInput;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Json;
import io.truetape.store.query.Preset;
import io.truetape.store.query.Presets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/v1/presets`: saved filters. A change needs the version it was made from.
public final class PresetRoutes {
  private final Presets presets;
  private final FlowAsk ask;
  private final Clock clock;
  private final JsonMapper mapper = JsonMapper.builder().build();

  public PresetRoutes(Presets presets, FlowAsk ask, Clock clock) {
    this.presets = presets;
    this.ask = ask;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/presets", "All saved filters", List.of(), this::all),
        Route.get("/api/v1/presets/{id}", "One saved filter", List.of(), this::one),
        Route.change(HandlerType.POST, "/api/v1/presets", "Save a filter", this::create),
        Route.change(HandlerType.PUT, "/api/v1/presets/{id}", "Change a filter", this::update),
        Route.change(HandlerType.DELETE, "/api/v1/presets/{id}", "Forget a filter", this::delete));
  }

  private void all(Context ctx) {
    Asked.parameters(ctx, List.of());
    Json out = new Json(1_024).open().name("data").openList();
    presets.all().forEach(p -> write(out, p));
    Asked.answer(ctx, out.closeList().close().toString());
  }

  private void one(Context ctx) {
    long id = Asked.id(ctx);
    answer(ctx, presets.byId(id).orElseThrow(() -> gone(id)));
  }

  private void create(Context ctx) {
    JsonNode body = body(ctx);
    String name = name(body);
    String query = query(body);
    Preset made = refusing("name", name, () -> presets.create(name, query, now()));
    ctx.status(201);
    answer(ctx, made);
  }

  private void update(Context ctx) {
    long id = Asked.id(ctx);
    JsonNode body = body(ctx);
    JsonNode version = body.path("version");
    if (!version.isInt()) {
      throw Problem.parameter("version", version.toString(), "version is needed, a whole number");
    }
    if (presets.byId(id).isEmpty()) {
      throw gone(id);
    }
    String name = name(body);
    String query = query(body);
    Preset changed =
        refusing("name", name, () -> presets.update(id, version.asInt(), name, query, now()))
            .orElseThrow(
                () ->
                    Problem.of(
                        409,
                        "changed meanwhile",
                        "preset " + id + " is no longer version " + version.asInt()));
    answer(ctx, changed);
  }

  private void delete(Context ctx) {
    long id = Asked.id(ctx);
    if (!presets.delete(id)) {
      throw gone(id);
    }
    ctx.status(204);
  }

  private static Problem gone(long id) {
    return Problem.of(404, "no such preset", "there is no preset " + id);
  }

  private JsonNode body(Context ctx) {
    try {
      JsonNode body = mapper.readTree(ctx.body());
      if (body.isObject()) {
        for (String field : body.propertyNames()) {
          if (!List.of("name", "query", "version").contains(field)) {
            throw Problem.parameter(
                field,
                body.path(field).toString(),
                "a preset has no \"" + field + "\"",
                List.of("name", "query", "version"),
                "");
          }
        }
        return body;
      }
    } catch (JacksonException e) {
      throw Problem.of(400, "bad body", "the body is not JSON: " + e.getOriginalMessage());
    }
    throw Problem.of(400, "bad body", "expected a JSON object with name and query");
  }

  private static String name(JsonNode body) {
    String name = body.path("name").asString("").strip();
    if (name.isEmpty() || name.length() > 80) {
      throw Problem.parameter("name", name, "a name has 1 to 80 characters");
    }
    return name;
  }

  private String query(JsonNode body) {
    JsonNode node = body.path("query");
    if (!node.isString() || node.asString().length() > 4_000) {
      throw Problem.parameter("query", node.toString(), "query is a flow query string");
    }
    String query = node.asString();
    ask.read(split(query));
    return query;
  }

  private static Map<String, String> split(String query) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw Problem.parameter("query", query, "expected name=value pairs joined by &");
      }
      out.put(decode(query, part.substring(0, equals)), decode(query, part.substring(equals + 1)));
    }
    return out;
  }

  private static String decode(String query, String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.parameter("query", query, "\"" + text + "\" is not percent-encoded text");
    }
  }

  private interface Change<T> {
    T make();
  }

  private static <T> T refusing(String parameter, String value, Change<T> change) {
    try {
      return change.make();
    } catch (BadInput e) {
      throw Problem.parameter(parameter, value, String.valueOf(e.getMessage()));
    }
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private static void answer(Context ctx, Preset preset) {
    Json out = new Json(256).open().name("data");
    write(out, preset);
    Asked.answer(ctx, out.close().toString());
  }

  private static void write(Json out, Preset p) {
    out.open().field("id", p.id()).field("name", p.name()).field("query", p.query());
    out.field("version", p.version());
    out.field("changedTsNanos", Long.toString(p.changedTsNanos())).close();
  }
}
