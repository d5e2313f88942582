package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.symbol.Contract;
import io.truetape.model.text.Nearest;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Health;
import io.truetape.server.view.Json;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.Candles;
import io.truetape.store.query.SessionEntry;
import io.truetape.store.query.Sessions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/api/v1/candles` and `/api/v1/sessions`.
public final class MarketRoutes {
  private static final int MAX_CANDLES = 10_000;
  private static final List<String> PARAMETERS =
      List.of("symbol", "contract", "interval", "from", "to", "limit");
  private final Candles candles;
  private final Sessions sessions;
  private final Health health;
  private final StateJson state;
  private final SessionClock clock;

  public MarketRoutes(
      Candles candles, Sessions sessions, Health health, StateJson state, SessionClock clock) {
    this.candles = candles;
    this.sessions = sessions;
    this.health = health;
    this.state = state;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/candles",
            "Candles of a stock, an index or an option contract, oldest first",
            PARAMETERS,
            this::candles),
        Route.get("/api/v1/sessions", "Recorded trading days", List.of(), this::sessions));
  }

  private void candles(Context ctx) {
    Map<String, String> asked = Asked.parameters(ctx, PARAMETERS);
    String symbol = asked.getOrDefault("symbol", "").toUpperCase(Locale.ROOT);
    Optional<Contract> contract =
        Optional.ofNullable(asked.get("contract")).map(text -> Asked.contract("contract", text));
    if (symbol.isBlank() == contract.isEmpty()) {
      throw Problem.parameter(
          "symbol", symbol, "one of symbol and contract is needed", candles.symbols(), "");
    }
    CandleInterval interval = interval(asked.getOrDefault("interval", "1m"));
    long from = time(asked, "from", 0);
    long to = time(asked, "to", Long.MAX_VALUE);
    int limit = FlowAsk.limit("limit", asked.getOrDefault("limit", "500"), MAX_CANDLES);
    Json out = new Json(65_536).open().name("data").openList();
    List<CandleClosed> found =
        contract.isPresent()
            ? candles.ofContract(contract.get(), interval, from, to, limit)
            : candles.between(symbol, interval, from, to, limit);
    found.forEach(candle -> write(out, candle));
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void write(Json out, CandleClosed c) {
    out.open().field("symbol", c.symbolText()).field("interval", c.interval().text());
    out.field("start", clock.format(c.startNanos()));
    out.field("startNanos", Long.toString(c.startNanos()));
    out.dollars("open", c.openMicros(), true).dollars("high", c.highMicros(), true);
    out.dollars("low", c.lowMicros(), true).dollars("close", c.closeMicros(), true);
    out.field("volume", c.volume()).dollars("vwap", c.vwapMicros(), true);
    out.field("trades", c.trades()).field("offExchangeVolume", c.offExchangeVolume());
    out.field("revision", c.revision()).close();
  }

  private static CandleInterval interval(String text) {
    List<String> known = Stream.of(CandleInterval.values()).map(CandleInterval::text).toList();
    int at = known.indexOf(text);
    if (at < 0) {
      throw Problem.parameter(
          "interval",
          text,
          "there are no \"" + text + "\" candles",
          known,
          Nearest.to(text, known).orElse(""));
    }
    return CandleInterval.values()[at];
  }

  private long time(Map<String, String> asked, String name, long absent) {
    String text = asked.get(name);
    return text == null ? absent : FilterReader.time(name, text, clock);
  }

  private void sessions(Context ctx) {
    Asked.parameters(ctx, List.of());
    Json out = new Json(4_096).open().name("data").openList();
    for (SessionEntry s : sessions.all()) {
      out.open().field("date", LocalDate.ofEpochDay(s.day()).toString());
      out.field("name", s.name()).field("synthetic", s.synthetic());
      time(out, "opened", s.openedTsNanos());
      time(out, "closed", s.closedTsNanos());
      out.field("prints", s.prints()).name("premium").dollars(s.premiumMicros()).close();
    }
    out.closeList();
    state.meta(out, health.now(), "");
    Asked.answer(ctx, out.close().toString());
  }

  private void time(Json out, String name, long nanos) {
    out.name(name);
    if (nanos == 0) {
      out.none();
    } else {
      out.text(clock.format(nanos));
    }
  }
}
