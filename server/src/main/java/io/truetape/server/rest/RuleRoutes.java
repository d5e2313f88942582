package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Health;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `/api/v1/rules`: the rule set in force and the ones before it, as the log says.
public final class RuleRoutes {
  private final Facts facts;
  private final Health health;
  private final StateJson state;
  private final SessionClock clock;

  public RuleRoutes(Facts facts, Health health, StateJson state, SessionClock clock) {
    this.facts = facts;
    this.health = health;
    this.state = state;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/rules", "The rule set in force", List.of(), this::active),
        Route.get("/api/v1/rules/history", "Every rule set, oldest first", List.of(), this::all));
  }

  private void active(Context ctx) {
    Asked.parameters(ctx, List.of());
    List<RuleSet> sets = facts.ruleSets();
    if (sets.isEmpty()) {
      throw Problem.of(404, "no rules yet", "no rule set has come into force");
    }
    Json out = new Json(16_384).open().name("data");
    write(out, sets.getLast(), true);
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void all(Context ctx) {
    Asked.parameters(ctx, List.of());
    Json out = new Json(4_096).open().name("data").openList();
    facts.ruleSets().forEach(set -> write(out, set, false));
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void write(Json out, RuleSet set, boolean whole) {
    RulesActivated rules = set.rules();
    out.open().field("seq", set.seq()).field("name", rules.name());
    out.field("version", rules.version()).field("sha256", rules.sha256()).name("activatedAt");
    if (rules.tsNanos() == 0) {
      out.none();
    } else {
      out.text(clock.format(rules.tsNanos()));
    }
    if (whole) {
      sections(out, rules.values());
    }
    out.close();
  }

  private static void sections(Json out, List<RuleValue> values) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (RuleValue value : values) {
      int dot = value.key().indexOf('.');
      String section = dot < 0 ? "" : value.key().substring(0, dot);
      sections
          .computeIfAbsent(section, _ -> new LinkedHashMap<>())
          .put(value.key().substring(dot + 1), value.value());
    }
    out.name("sections").open();
    sections.forEach(
        (section, entries) -> {
          out.name(section).open();
          entries.forEach(out::field);
          out.close();
        });
    out.close();
  }
}
