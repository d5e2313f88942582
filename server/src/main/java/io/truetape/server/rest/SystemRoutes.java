package io.truetape.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.truetape.server.view.Health;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.StateJson;
import java.util.List;

/// `/api/v1/health`, `/ready` and `/metrics`.
public final class SystemRoutes {
  private final Health health;
  private final StateJson state;
  private final PrometheusMeterRegistry metrics;

  public SystemRoutes(Health health, StateJson state, PrometheusMeterRegistry metrics) {
    this.health = health;
    this.state = state;
    this.metrics = metrics;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/health", "Feeds, lag, rate, rule version", List.of(), this::health),
        Route.get(
            "/api/v1/ready", "200 when answers may be believed, else 503", List.of(), this::ready),
        new Route(
            HandlerType.GET,
            "/metrics",
            "Prometheus metrics",
            "text/plain",
            false,
            List.of(),
            this::metrics));
  }

  private void health(Context ctx) {
    Asked.answer(ctx, state.health(health.now()));
  }

  private void ready(Context ctx) {
    HealthReport now = health.now();
    ctx.status(now.ready() ? 200 : 503);
    Asked.answer(ctx, "{\"ready\":" + now.ready() + "}");
  }

  private void metrics(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
  }
}
