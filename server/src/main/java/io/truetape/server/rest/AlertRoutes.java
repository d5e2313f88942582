package io.truetape.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.truetape.model.text.BadInput;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.AlertJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.meaning.AlertMarks;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// `/api/v1/alerts`, and what people say about them: seen, muted, snoozed. The log never changes.
public final class AlertRoutes {
  private static final long MINUTE = 60_000_000_000L;
  private static final String PATH = "/api/v1/alerts";
  private final Facts facts;
  private final AlertMarks marks;
  private final Health health;
  private final FactAsk ask;
  private final AlertJson rows;
  private final StateJson state;
  private final Clock clock;
  private final LongSupplier withheld;

  /// `withheld` counts alerts that the channel's hourly limit held back.
  public AlertRoutes(
      Facts facts,
      AlertMarks marks,
      Health health,
      FactAsk ask,
      AlertJson rows,
      StateJson state,
      Clock clock,
      LongSupplier withheld) {
    this.facts = facts;
    this.marks = marks;
    this.health = health;
    this.ask = ask;
    this.rows = rows;
    this.state = state;
    this.clock = clock;
    this.withheld = withheld;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH,
            "One page of alerts, each in its latest revision, with what people said of it",
            FactRoutes.parameters(ask, Resource.ALERTS),
            this::page),
        Route.get(
            PATH + "/{id}",
            "The alerts of one seq, or one by its whole id: seq:rule:thesis:direction",
            List.of(),
            this::one),
        change(HandlerType.POST, "ack", "Note that it was seen", List.of(), this::ack),
        change(HandlerType.DELETE, "ack", "Take that back", List.of(), this::unseen),
        change(HandlerType.POST, "mute", "Keep it from the channel", List.of(), this::mute),
        change(HandlerType.DELETE, "mute", "Let it through again", List.of(), this::unmute),
        change(
            HandlerType.POST,
            "snooze",
            "Keep it from the channel for some minutes",
            List.of("minutes"),
            this::snooze));
  }

  private Route change(
      HandlerType method,
      String what,
      String summary,
      List<String> parameters,
      BiConsumer<String, Map<String, String>> change) {
    return new Route(
        method,
        PATH + "/{id}/" + what,
        summary,
        "application/json",
        false,
        parameters,
        ctx -> mark(ctx, parameters, change));
  }

  private void page(Context ctx) {
    FactQuery query = ask.read(Resource.ALERTS, Asked.parameters(ctx));
    FactPage page = facts.page(query);
    String cursor = page.next().map(p -> ask.cursor(query, p)).orElse("");
    answer(ctx, page.facts(), cursor);
  }

  private void one(Context ctx) {
    Asked.parameters(ctx, List.of());
    answer(ctx, find(ctx), "");
  }

  private List<Fact> find(Context ctx) {
    String id = ctx.pathParam("id");
    int words = id.indexOf(':');
    long seq = Asked.id(words < 0 ? id : id.substring(0, words));
    String rest = words < 0 ? "" : id.substring(words + 1);
    List<Fact> found =
        facts.named(Resource.ALERTS, seq).stream().filter(f -> f.name().answers(rest)).toList();
    if (found.isEmpty()) {
      throw Problem.of(404, "no such alert", "no alert is named " + id);
    }
    return found;
  }

  private void answer(Context ctx, List<Fact> found, String cursor) {
    Json out = new Json(4_096 * (found.size() + 1)).open().name("data").openList();
    found.forEach(fact -> rows.row(out, fact));
    out.closeList().field("withheld", withheld.getAsLong());
    state.meta(out, health.now(), cursor);
    Asked.answer(ctx, out.close().toString());
  }

  private void mark(
      Context ctx, List<String> known, BiConsumer<String, Map<String, String>> change) {
    Map<String, String> asked = Asked.parameters(ctx, known);
    List<Fact> found = find(ctx);
    if (found.size() > 1) {
      List<String> ids = found.stream().map(f -> f.name().text()).toList();
      throw Problem.parameter(
          "id", ctx.pathParam("id"), "several alerts begin with this print", ids, "");
    }
    try {
      change.accept(found.getFirst().name().text(), asked);
    } catch (BadInput e) {
      throw Problem.of(409, "too many", String.valueOf(e.getMessage()));
    }
    answer(ctx, found, "");
  }

  private void ack(String alert, Map<String, String> asked) {
    marks.acknowledge(alert, now());
  }

  private void unseen(String alert, Map<String, String> asked) {
    marks.acknowledge(alert, 0);
  }

  private void mute(String alert, Map<String, String> asked) {
    marks.mute(alert, Long.MAX_VALUE);
  }

  private void unmute(String alert, Map<String, String> asked) {
    marks.mute(alert, 0);
  }

  private void snooze(String alert, Map<String, String> asked) {
    int minutes = FlowAsk.limit("minutes", asked.getOrDefault("minutes", "30"), 10_080);
    marks.mute(alert, now() + minutes * MINUTE);
  }

  private long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
