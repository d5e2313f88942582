package io.truetape.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Health;
import io.truetape.store.query.Prints;
import io.truetape.store.query.meaning.Facts;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Asks again for what went out on the streams and is about to be stored.
///
/// A row may be on a page up to about a second before the store has it. A "not found" is believed
/// once the store has all that had gone through the pipeline when the request came, or after 1.5 s.
/// At most 64 requests wait at a time; further ones are answered at once.
public final class Patience {
  private static final int WAITING = 64;
  private static final long LONGEST_NANOS = 1_500_000_000L;
  private static final long STEP_NANOS = 25_000_000L;

  private final Prints prints;
  private final Facts facts;
  private final Health health;
  private final Semaphore waiting = new Semaphore(WAITING);

  public Patience(Prints prints, Facts facts, Health health) {
    this.prints = prints;
    this.facts = facts;
    this.health = health;
  }

  /// The same route; one that names a single thing waits for it.
  public Route around(Route route) {
    if (!route.path().contains("{id}")) {
      return route;
    }
    return new Route(
        route.method(),
        route.path(),
        route.summary(),
        route.answers(),
        route.takesFilters(),
        route.parameters(),
        ctx -> handle(ctx, route.handler()));
  }

  private void handle(Context ctx, Handler handler) throws Exception {
    long wanted = health.now().seq();
    boolean whole = stored() >= wanted;
    try {
      handler.handle(ctx);
    } catch (Problem e) {
      if (whole || e.status() != 404 || !waiting.tryAcquire()) {
        throw e;
      }
      try {
        await(wanted);
      } finally {
        waiting.release();
      }
      handler.handle(ctx);
    }
  }

  private void await(long wanted) {
    long until = System.nanoTime() + LONGEST_NANOS;
    while (stored() < wanted && System.nanoTime() < until) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private long stored() {
    return Math.min(prints.progress(), facts.progress());
  }
}
