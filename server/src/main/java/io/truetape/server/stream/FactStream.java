package io.truetape.server.stream;

import io.javalin.http.Context;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.Problem;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// `GET /api/v1/{resource}/stream`: conclusions as server-sent events, as they are drawn.
public final class FactStream {
  private final LiveHub hub;
  private final Facts facts;
  private final FactAsk ask;
  private final int maxStreams;

  public FactStream(LiveHub hub, Facts facts, FactAsk ask, int maxStreams) {
    this.hub = hub;
    this.facts = facts;
    this.ask = ask;
    this.maxStreams = maxStreams;
  }

  /// Serves one client until it leaves.
  public void serve(Context ctx, Resource resource, Map<String, String> parameters) {
    FactFilter filter = ask.filter(resource, parameters, List.of());
    if (hub.clients() >= maxStreams) {
      throw Problem.of(503, "too many streams", "at most " + maxStreams + " clients may listen");
    }
    long after = EventStream.lastEventId(ctx);
    FactPast past =
        after < 0 ? FactPast.newest(facts, filter, 0) : FactPast.since(facts, filter, after, 200);
    Semaphore news = new Semaphore(0);
    Subscription.Form form = Subscription.Form.EVENTS;
    String channel = resource.text();
    Outbox outbox = new Outbox((from, to, rows) -> FactHub.gap(form, channel, from, to, rows));
    FactSubscription subscription =
        new FactSubscription(
            filter, form, past.after(), past.gap() ? 200 : 0, past.facts(), outbox, news::release);
    if (past.gap()) {
      subscription.send(FactHub.gap(form, channel, after + 1, -1, -1));
    }
    hub.add(subscription);
    try {
      EventStream.pump(hub, ctx, outbox, news);
    } catch (IOException e) {
      // The client left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.remove(subscription);
    }
  }
}
