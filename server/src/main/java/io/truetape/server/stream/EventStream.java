package io.truetape.server.stream;

import io.javalin.http.Context;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.Problem;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.Prints;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// `GET /api/v1/flow/stream`: rows as server-sent events.
///
/// Runs on the request's own virtual thread; a client that does not read blocks only itself.
public final class EventStream {
  private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.US_ASCII);
  private final LiveHub hub;
  private final Prints prints;
  private final FilterReader filters;
  private final int maxStreams;

  public EventStream(LiveHub hub, Prints prints, FilterReader filters, int maxStreams) {
    this.hub = hub;
    this.prints = prints;
    this.filters = filters;
    this.maxStreams = maxStreams;
  }

  /// Serves one client until it leaves.
  public void serve(Context ctx, Map<String, String> parameters) {
    FlowFilter filter = filters.read(parameters, List.of());
    if (hub.clients() >= maxStreams) {
      throw Problem.of(503, "too many streams", "at most " + maxStreams + " clients may listen");
    }
    long after = lastEventId(ctx);
    Past past = after < 0 ? Past.newest(prints, filter, 0) : Past.since(prints, filter, after, 200);
    Semaphore news = new Semaphore(0);
    Outbox outbox =
        new Outbox((from, to, rows) -> Encoder.gap(Subscription.Form.EVENTS, from, to, rows));
    Subscription subscription =
        new Subscription(
            filter,
            Subscription.Form.EVENTS,
            past.after(),
            past.gap() ? 200 : 0,
            past.prints(),
            outbox,
            news::release);
    if (past.gap()) {
      subscription.send(Encoder.gap(Subscription.Form.EVENTS, after + 1, -1, -1));
    }
    hub.add(subscription);
    try {
      pump(hub, ctx, outbox, news);
    } catch (IOException e) {
      // The client left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.remove(subscription);
    }
  }

  /// Writes what the outbox holds until the client leaves or the hub closes.
  static void pump(LiveHub hub, Context ctx, Outbox outbox, Semaphore news)
      throws IOException, InterruptedException {
    ctx.res().setContentType("text/event-stream; charset=utf-8");
    ctx.res().setHeader("Cache-Control", "no-store");
    ctx.res().setHeader("X-Accel-Buffering", "no");
    ServletOutputStream out = ctx.res().getOutputStream();
    out.write(": open\n\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    while (!hub.isClosing()) {
      boolean woken = news.tryAcquire(10, TimeUnit.SECONDS);
      news.drainPermits();
      boolean wrote = false;
      for (Frame frame = outbox.poll(); frame != null; frame = outbox.poll()) {
        out.write(frame.bytes());
        wrote = true;
      }
      if (!woken && !wrote) {
        out.write(KEEP_ALIVE);
      }
      out.flush();
    }
  }

  static long lastEventId(Context ctx) {
    String text = ctx.header("Last-Event-ID");
    if (text == null || text.isBlank()) {
      return -1;
    }
    try {
      return Math.max(0, Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw Problem.parameter("Last-Event-ID", text, "expected the id of an event of this stream");
    }
  }
}
