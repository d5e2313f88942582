package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.server.ask.Catalog;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Explanation;
import io.truetape.server.view.FlowJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSummary;
import io.truetape.store.query.PrintPage;
import io.truetape.store.query.Prints;
import io.truetape.store.query.Prints.FacetCount;
import io.truetape.store.query.StoredPrint;
import java.util.List;
import java.util.Map;

/// `/api/v1/flow`: the tape as kept.
public final class FlowRoutes {
  private final Prints prints;
  private final Health health;
  private final FlowAsk ask;
  private final Catalog catalog;
  private final FlowJson rows;
  private final StateJson state;
  private final Explanation explanation;

  public FlowRoutes(
      Prints prints,
      Health health,
      FlowAsk ask,
      Catalog catalog,
      FlowJson rows,
      StateJson state,
      Explanation explanation) {
    this.prints = prints;
    this.health = health;
    this.ask = ask;
    this.catalog = catalog;
    this.rows = rows;
    this.state = state;
    this.explanation = explanation;
  }

  public List<Route> routes() {
    return List.of(
        Route.filtered("/api/v1/flow", "One page of prints", FlowAsk.PAGING, this::page),
        Route.filtered("/api/v1/flow/summary", "Totals over a filter", List.of(), this::summary),
        Route.filtered(
            "/api/v1/flow/facets",
            "Counts per value of each field",
            List.of("limit"),
            this::facets),
        Route.get(
            "/api/v1/flow/filters/catalog",
            "Every filter, its type and its values",
            List.of(),
            this::catalog),
        Route.get("/api/v1/flow/{id}", "One print by its seq", List.of(), this::one),
        Route.get(
            "/api/v1/flow/{id}/explain",
            "Why the row says what it says",
            List.of(),
            this::explain));
  }

  private void page(Context ctx) {
    FlowQuery query = ask.read(Asked.parameters(ctx));
    PrintPage page = prints.page(query);
    Json out = new Json(2_048 * (page.prints().size() + 1)).open().name("data").openList();
    for (StoredPrint print : page.prints()) {
      rows.row(out, print);
    }
    out.closeList();
    state.meta(out, health.now(), page.next().map(p -> ask.cursor(query, p)).orElse(""));
    Asked.answer(ctx, out.close().toString());
  }

  private void one(Context ctx) {
    StoredPrint print = find(ctx);
    Json out = new Json(4_096).open().name("data");
    rows.row(out, print);
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void explain(Context ctx) {
    StoredPrint print = find(ctx);
    HealthReport now = health.now();
    Json out = new Json(8_192).open().name("data").raw(explanation.of(print, now.ruleVersion()));
    state.meta(out, now, "");
    Asked.answer(ctx, out.close().toString());
  }

  private StoredPrint find(Context ctx) {
    Asked.parameters(ctx, List.of());
    long id = Asked.id(ctx);
    return prints
        .byId(id)
        .orElseThrow(() -> Problem.of(404, "no such print", "no print has seq " + id));
  }

  private void catalog(Context ctx) {
    Asked.parameters(ctx, List.of());
    Asked.answer(ctx, catalog.json());
  }

  private void summary(Context ctx) {
    FlowFilter filter = ask.filters().read(Asked.parameters(ctx), List.of());
    FlowSummary s = prints.summary(filter);
    Json out = new Json(1_024).open().name("data").open();
    out.field("prints", s.prints()).field("cancelled", s.cancelled());
    out.field("contracts", s.contracts());
    out.name("premium").dollars(s.premiumMicros());
    out.name("callPremium").dollars(s.callPremiumMicros());
    out.name("putPremium").dollars(s.putPremiumMicros());
    out.name("boughtPremium").dollars(s.boughtPremiumMicros());
    out.name("soldPremium").dollars(s.soldPremiumMicros());
    out.name("signedPremium").dollars(s.boughtPremiumMicros() - s.soldPremiumMicros());
    out.name("weightedPremium").dollars(s.weightedPremiumMicros());
    out.name("bullishPremium").dollars(s.bullishPremiumMicros());
    out.name("bearishPremium").dollars(s.bearishPremiumMicros());
    out.name("unclassifiedPremium").dollars(s.unclassifiedPremiumMicros());
    out.name("unclassifiedShare")
        .real(
            s.premiumMicros() == 0
                ? Double.NaN
                : (double) s.unclassifiedPremiumMicros() / s.premiumMicros());
    out.field("firstTsNanos", Long.toString(s.firstTsNanos()));
    out.field("lastTsNanos", Long.toString(s.lastTsNanos())).close();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void facets(Context ctx) {
    Map<String, String> texts = Asked.parameters(ctx);
    int limit = FlowAsk.limit("limit", texts.getOrDefault("limit", "20"), 500);
    FlowFilter filter = ask.filters().read(texts, List.of("limit"));
    Json out = new Json(8_192).open().name("data").openList();
    for (FacetCount facet : prints.facets(filter, limit)) {
      out.open().field("field", facet.field()).field("value", facet.value());
      out.field("prints", facet.prints()).name("premium").dollars(facet.premiumMicros()).close();
    }
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }
}
