package io.truetape.server.rest;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/// One path with its method, what it is for, and the query parameters it takes.
///
/// `answers` is the media type of a good answer; `open` means more parameters than listed are
/// read from the filter catalog.
public record Route(
    HandlerType method,
    String path,
    String summary,
    String answers,
    boolean takesFilters,
    List<String> parameters,
    Handler handler) {
  public Route {
    parameters = List.copyOf(parameters);
  }

  /// A read that answers JSON.
  static Route get(String path, String summary, List<String> parameters, Handler handler) {
    return new Route(
        HandlerType.GET, path, summary, "application/json", false, parameters, handler);
  }

  /// A read over filtered prints.
  static Route filtered(String path, String summary, List<String> parameters, Handler handler) {
    return new Route(HandlerType.GET, path, summary, "application/json", true, parameters, handler);
  }

  /// A stream of server-sent events.
  public static Route stream(
      String path, String summary, List<String> parameters, Handler handler) {
    return new Route(
        HandlerType.GET, path, summary, "text/event-stream", false, parameters, handler);
  }

  /// A change that answers JSON.
  static Route change(HandlerType method, String path, String summary, Handler handler) {
    return new Route(method, path, summary, "application/json", false, List.of(), handler);
  }
}
