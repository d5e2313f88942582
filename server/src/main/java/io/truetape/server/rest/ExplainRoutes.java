package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.explain.Explainer;
import io.truetape.server.view.Health;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import java.util.List;
import java.util.Map;

/// `/api/v1/explain/{id}`: why anything says what it says, as a tree.
public final class ExplainRoutes {
  private static final int MAX_DEPTH = 6;
  private final Explainer explainer;
  private final Health health;
  private final StateJson state;

  public ExplainRoutes(Explainer explainer, Health health, StateJson state) {
    this.explainer = explainer;
    this.health = health;
    this.state = state;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/explain/{id}",
            "Why it says what it says: kind:seq, e.g. alert:1234",
            List.of("depth"),
            this::explain));
  }

  private void explain(Context ctx) {
    Map<String, String> asked = Asked.parameters(ctx, List.of("depth"));
    int depth = FlowAsk.limit("depth", asked.getOrDefault("depth", "3"), MAX_DEPTH);
    HealthReport now = health.now();
    Json out = new Json(32_768).open().name("data");
    out.raw(explainer.explain(ctx.pathParam("id"), depth));
    state.meta(out, now, "");
    Asked.answer(ctx, out.close().toString());
  }
}
