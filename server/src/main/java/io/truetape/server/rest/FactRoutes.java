package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.Parameter;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.List;

/// Lists of conclusions: one route per resource, and one for each of its members.
public final class FactRoutes {
  private static final List<Resource> LISTED =
      List.of(
          Resource.PACKETS,
          Resource.STRUCTURES,
          Resource.SMART_MONEY,
          Resource.CLASSIFIER_HITS,
          Resource.VERDICTS,
          Resource.EQUITY_PRINTS,
          Resource.DARK,
          Resource.ZONES);
  private final Facts facts;
  private final Health health;
  private final FactAsk ask;
  private final FactJson rows;
  private final StateJson state;

  public FactRoutes(Facts facts, Health health, FactAsk ask, FactJson rows, StateJson state) {
    this.facts = facts;
    this.health = health;
    this.ask = ask;
    this.rows = rows;
    this.state = state;
  }

  public List<Route> routes() {
    List<Route> out = new ArrayList<>();
    for (Resource resource : LISTED) {
      String path = "/api/v1/" + resource.text();
      out.add(
          Route.get(
              path,
              "One page of " + resource.text() + ", each in its latest revision",
              parameters(ask, resource),
              ctx -> page(ctx, resource)));
      out.add(
          Route.get(
              path + "/{id}",
              "What is kept under one seq, in its latest revision",
              List.of(),
              ctx -> one(ctx, resource)));
    }
    return out;
  }

  /// Every parameter a page of a resource takes.
  static List<String> parameters(FactAsk ask, Resource resource) {
    List<String> out = new ArrayList<>(FactAsk.PAGING);
    out.addAll(ask.catalog(resource).filters().stream().map(Parameter::name).toList());
    return out;
  }

  private void page(Context ctx, Resource resource) {
    FactQuery query = ask.read(resource, Asked.parameters(ctx));
    FactPage page = facts.page(query);
    Json out = new Json(2_048 * (page.facts().size() + 1)).open().name("data").openList();
    page.facts().forEach(fact -> rows.row(out, fact));
    out.closeList();
    state.meta(out, health.now(), page.next().map(p -> ask.cursor(query, p)).orElse(""));
    Asked.answer(ctx, out.close().toString());
  }

  private void one(Context ctx, Resource resource) {
    Asked.parameters(ctx, List.of());
    long seq = Asked.id(ctx);
    List<Fact> found = facts.named(resource, seq);
    if (found.isEmpty()) {
      throw Problem.of(404, "not found", "nothing in " + resource.text() + " has seq " + seq);
    }
    Json out = new Json(4_096).open().name("data").openList();
    found.forEach(fact -> rows.row(out, fact));
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }
}
