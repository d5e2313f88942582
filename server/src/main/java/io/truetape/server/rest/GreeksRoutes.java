package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.GreeksJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.HealthReport;
import io.truetape.server.view.Json;
import io.truetape.server.view.RuleBook;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.Prints;
import java.util.List;

/// `/api/v1/contracts/{osi}/greeks`: a contract's greeks as its latest print carried them.
public final class GreeksRoutes {
  private static final String HARD_LIMIT = "greeks.hardLimitMillis";
  private final Prints prints;
  private final Health health;
  private final RuleBook book;
  private final StateJson state;
  private final SessionClock clock;

  public GreeksRoutes(
      Prints prints, Health health, RuleBook book, StateJson state, SessionClock clock) {
    this.prints = prints;
    this.health = health;
    this.book = book;
    this.state = state;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/contracts/{osi}/greeks",
            "Greeks of a contract, as of its latest print; stale after 60 s",
            List.of(),
            this::greeks));
  }

  private void greeks(Context ctx) {
    Asked.parameters(ctx, List.of());
    Contract contract = Asked.contract("osi", ctx.pathParam("osi"));
    FlowFilter filter = new FlowFilter(List.of(Condition.OfContract.of(contract)));
    ChippedPrint print =
        prints.page(FlowQuery.newest(filter, 1)).prints().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.of(
                        404, "no print", "no print of " + Osi.unpadded(contract) + " is kept"))
            .print();
    HealthReport now = health.now();
    Json out = new Json(2_048).open().name("data");
    write(out, print, now.asOfNanos());
    state.meta(out, now, "");
    Asked.answer(ctx, out.close().toString());
  }

  private void write(Json out, ChippedPrint print, long now) {
    PricedPrint p = print.priced();
    long made = p.isPriced() ? p.markTsNanos() : print.tsNanos();
    long age = Math.max(now, print.tsNanos()) - made;
    long limit = book.now().value(HARD_LIMIT).map(Long::parseLong).orElseThrow() * 1_000_000L;
    out.open().field("osi", Osi.unpadded(print.contract())).field("printSeq", print.printSeq());
    out.field("ts", clock.format(print.tsNanos()));
    out.field("tsNanos", Long.toString(print.tsNanos()));
    out.field("markTs", clock.format(made)).field("markTsNanos", Long.toString(made));
    out.field("ageNanos", age).field("stale", age > limit);
    GreeksJson.write(out, p);
    out.name("vendorAgeNanos");
    if (print.print().vendor().isPresent()) {
      out.whole(Math.max(now, print.tsNanos()) - print.tsNanos());
    } else {
      out.none();
    }
    out.close();
  }
}
