package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.model.event.derived.strikes.HeatCell;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.market.ExpiryBucket;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.Health;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.FactPage;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.TideMinute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `/api/v1/strikes/{root}`, `/exposure/{root}`, `/tide` and `/heatmap`.
public final class BoardRoutes {
  private static final int MAX_MINUTES = 10_000;
  private static final int MAX_CELLS = 4_096;
  private final Facts facts;
  private final Health health;
  private final FactAsk ask;
  private final FactJson rows;
  private final StateJson state;
  private final SessionClock clock;

  public BoardRoutes(
      Facts facts, Health health, FactAsk ask, FactJson rows, StateJson state, SessionClock clock) {
    this.facts = facts;
    this.health = health;
    this.ask = ask;
    this.rows = rows;
    this.state = state;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/strikes/{root}",
            "The strikes around the money, now or as of a time",
            List.of("at"),
            ctx -> board(ctx, Resource.STRIKES)),
        Route.get(
            "/api/v1/exposure/{root}",
            "Dealers' exposure, now or as of a time; inferred",
            List.of("at"),
            ctx -> board(ctx, Resource.EXPOSURE)),
        Route.get(
            "/api/v1/tide",
            "Option flow per minute, summed over symbols",
            List.of("symbol", "from", "to", "limit"),
            this::tide),
        Route.get(
            "/api/v1/heatmap",
            "Option flow by strike and expiry bucket",
            List.of("symbol", "session", "from", "to"),
            this::heatmap));
  }

  private void board(Context ctx, Resource resource) {
    Map<String, String> asked = Asked.parameters(ctx, List.of("at"));
    String root = ctx.pathParam("root").toUpperCase(Locale.ROOT);
    long at = time(asked, "at", Long.MAX_VALUE);
    Fact found =
        facts
            .asOf(resource, root, at)
            .orElseThrow(
                () ->
                    Problem.of(
                        404,
                        "not found",
                        "nothing is kept in " + resource.text() + " for " + root + " by then"));
    Json out = new Json(16_384).open().name("data");
    rows.row(out, found);
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void tide(Context ctx) {
    Map<String, String> asked = Asked.parameters(ctx, List.of("symbol", "from", "to", "limit"));
    List<String> symbols = ask.symbols(asked);
    long from = time(asked, "from", 0);
    long to = time(asked, "to", Long.MAX_VALUE);
    int limit = FlowAsk.limit("limit", asked.getOrDefault("limit", "500"), MAX_MINUTES);
    Json out = new Json(65_536).open().name("data").openList();
    facts.tide(symbols, from, to, limit).forEach(m -> minute(out, m));
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void minute(Json out, TideMinute m) {
    out.open().field("start", clock.format(m.startNanos()));
    out.field("startNanos", Long.toString(m.startNanos())).field("symbols", m.symbols());
    out.field("prints", m.prints()).field("callVolume", m.callVolume());
    out.field("putVolume", m.putVolume());
    out.dollars("callPremium", m.callPremiumMicros(), true);
    out.dollars("putPremium", m.putPremiumMicros(), true);
    long premium = m.callPremiumMicros() + m.putPremiumMicros();
    out.name("unclassifiedShare");
    out.real(premium == 0 ? Double.NaN : (double) m.unclassifiedMicros() / premium);
    out.dollars("signedCall", m.signedCallMicros(), true);
    out.dollars("signedPut", m.signedPutMicros(), true);
    out.dollars("signedNet", m.signedCallMicros() - m.signedPutMicros(), true);
    out.dollars("weightedCall", m.weightedCallMicros(), true);
    out.dollars("weightedPut", m.weightedPutMicros(), true);
    out.dollars("weightedNet", m.weightedCallMicros() - m.weightedPutMicros(), true);
    out.dollars("cumulativeSigned", m.cumulativeSignedMicros(), true);
    out.dollars("cumulativeWeighted", m.cumulativeWeightedMicros(), true).close();
  }

  private record Place(long strikeMicros, ExpiryBucket bucket) {}

  private void heatmap(Context ctx) {
    Map<String, String> asked = Asked.parameters(ctx, List.of("symbol", "session", "from", "to"));
    if (ask.symbols(asked).size() != 1) {
      throw Problem.parameter(
          "symbol", asked.getOrDefault("symbol", ""), "one symbol is needed, e.g. SPX");
    }
    Map<String, String> filters = new LinkedHashMap<>(asked);
    filters.keySet().removeIf(name -> name.equals("from") || name.equals("to"));
    FactFilter filter = ask.filter(Resource.HEATMAP, filters, List.of());
    long from = time(asked, "from", 0);
    long to = time(asked, "to", Long.MAX_VALUE);
    Map<Place, HeatCell> sum =
        new TreeMap<>(Comparator.comparingLong(Place::strikeMicros).thenComparing(Place::bucket));
    long[] other = new long[3];
    int minutes = 0;
    for (Fact fact : all(filter)) {
      HeatCells heat = (HeatCells) fact.event();
      if (heat.startNanos() >= from && heat.startNanos() < to) {
        minutes++;
        other[0] += heat.otherPrints();
        other[1] += heat.otherVolume();
        other[2] += heat.otherPremiumMicros();
        for (HeatCell c : heat.cells()) {
          sum.merge(new Place(c.strikeMicros(), c.bucket()), c, BoardRoutes::add);
        }
      }
    }
    Json out = new Json(65_536).open().name("data").open().field("minutes", minutes);
    out.name("cells").openList();
    sum.values().stream().limit(MAX_CELLS).forEach(cell -> rows.record(out, cell));
    out.closeList().field("moreCells", Math.max(0, sum.size() - MAX_CELLS));
    out.field("otherPrints", other[0]).field("otherVolume", other[1]);
    out.dollars("otherPremium", other[2], true).close();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  /// Every minute of a symbol, at most [#MAX_MINUTES], newest first.
  private List<Fact> all(FactFilter filter) {
    List<Fact> out = new ArrayList<>();
    Optional<FactPosition> after = Optional.empty();
    do {
      FactPage page = facts.page(new FactQuery(filter, "ts_nanos", true, false, after, 1_000));
      out.addAll(page.facts());
      after = page.next();
    } while (after.isPresent() && out.size() < MAX_MINUTES);
    return out;
  }

  private static HeatCell add(HeatCell a, HeatCell b) {
    return new HeatCell(
        a.strikeMicros(),
        a.bucket(),
        a.volume() + b.volume(),
        a.premiumMicros() + b.premiumMicros(),
        a.signedMicros() + b.signedMicros(),
        a.weightedMicros() + b.weightedMicros());
  }

  private long time(Map<String, String> asked, String name, long absent) {
    String text = asked.get(name);
    return text == null ? absent : FilterReader.time(name, text, clock);
  }
}
