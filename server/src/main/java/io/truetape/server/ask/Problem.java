package io.truetape.server.ask;

import io.truetape.server.view.Json;
import java.util.List;

/// A request that cannot be answered: which field, which value, what is allowed (RFC 9457).
///
/// Empty strings and lists are left out of the answer.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String title;
  private final String parameter;
  private final String value;
  private final transient List<String> allowed;
  private final String suggestion;

  private Problem(
      int status,
      String title,
      String detail,
      String parameter,
      String value,
      List<String> allowed,
      String suggestion) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
    this.value = value;
    this.allowed = List.copyOf(allowed);
    this.suggestion = suggestion;
  }

  /// A problem that is about no single parameter.
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, "", "", List.of(), "");
  }

  /// 400: one parameter has a value that is not allowed.
  public static Problem parameter(
      String parameter, String value, String detail, List<String> allowed, String suggestion) {
    return new Problem(400, "bad parameter", detail, parameter, value, allowed, suggestion);
  }

  /// 400 without suggestions.
  public static Problem parameter(String parameter, String value, String detail) {
    return parameter(parameter, value, detail, List.of(), "");
  }

  public int status() {
    return status;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /// The `application/problem+json` body.
  public String json() {
    Json out = new Json(256).open();
    fields(out);
    return out.close().toString();
  }

  /// The same as an `error` message on a stream.
  public String message() {
    Json out = new Json(256).open().field("op", "error");
    fields(out);
    return out.close().toString();
  }

  private void fields(Json out) {
    out.field("type", "about:blank").field("title", title).field("status", status);
    out.field("detail", detail());
    if (!parameter.isEmpty()) {
      out.field("parameter", parameter).field("value", value);
    }
    if (!allowed.isEmpty()) {
      out.name("allowed").openList();
      allowed.forEach(out::text);
      out.closeList();
    }
    if (!suggestion.isEmpty()) {
      out.field("suggestion", suggestion);
    }
  }
}
