package io.truetape.server.rest;

import io.truetape.server.ask.Catalog;
import io.truetape.server.ask.Parameter;
import io.truetape.server.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The OpenAPI 3.1 document, built from the same routes and catalog that answer requests.
public final class OpenApi {
  private final List<Route> routes;
  private final Catalog catalog;

  public OpenApi(List<Route> routes, Catalog catalog) {
    this.routes = List.copyOf(routes);
    this.catalog = catalog;
  }

  /// The routes with one more, which answers the document that describes them all.
  public static List<Route> documented(List<Route> routes, Catalog catalog) {
    List<Route> all = new ArrayList<>(routes);
    String path = "/api/v1/openapi.json";
    all.add(Route.get(path, "This document", List.of(), _ -> {}));
    String json = new OpenApi(all, catalog).json();
    all.set(
        all.size() - 1,
        Route.get(path, "This document", List.of(), ctx -> Asked.answer(ctx, json)));
    return List.copyOf(all);
  }

  public String json() {
    Json out = new Json(65_536).open().field("openapi", "3.1.0").name("info").open();
    out.field("title", "Truetape").field("version", "1").close().name("paths").open();
    Map<String, Set<Route>> byPath = new LinkedHashMap<>();
    for (Route route : routes) {
      byPath.computeIfAbsent(route.path(), _ -> new LinkedHashSet<>()).add(route);
    }
    byPath.forEach(
        (path, set) -> {
          out.name(path).open();
          set.forEach(route -> operation(out, route));
          out.close();
        });
    return out.close().close().toString();
  }

  private void operation(Json out, Route route) {
    out.name(route.method().name().toLowerCase(Locale.ROOT)).open();
    out.field("summary", route.summary()).name("parameters").openList();
    if (route.path().contains("{id}")) {
      boolean typed = route.path().contains("/explain/{id}");
      parameter(out, "id", "path", typed ? "string" : "integer", typed ? "kind:seq[:part]" : "");
    }
    if (route.path().contains("{root}")) {
      parameter(out, "root", "path", "string", "underlying");
    }
    route.parameters().forEach(name -> parameter(out, name, "query", "string", ""));
    if (route.takesFilters()) {
      for (Parameter p : catalog.parameters()) {
        parameter(out, p.name(), "query", schema(p), p.meaning());
      }
    }
    out.closeList().name("responses").open();
    response(out, "200", "as asked", route.answers());
    response(out, "4XX", "what was wrong", "application/problem+json");
    out.close().close();
  }

  private static String schema(Parameter p) {
    return switch (p.kind()) {
      case "integer" -> "integer";
      case "decimal" -> "number";
      default -> "string";
    };
  }

  private static void parameter(Json out, String name, String in, String type, String meaning) {
    out.open().field("name", name).field("in", in).field("required", in.equals("path"));
    out.field("description", meaning).name("schema").open().field("type", type).close().close();
  }

  private static void response(Json out, String status, String meaning, String type) {
    out.name(status).open().field("description", meaning).name("content").open();
    out.name(type).open().close().close().close();
  }
}
