package io.truetape.server.rest;

import io.javalin.http.Context;
import io.truetape.server.ask.Problem;
import java.util.Locale;
import java.util.Set;

/// Stands before every request: who may ask, how often, and what a browser may do with the answer.
public final class Guard {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self' ws: wss:; object-src 'none'; base-uri"
          + " 'none'; form-action 'none'; frame-ancestors 'none'";

  private final RateLimit rate;
  private final int maxBodyBytes;

  public Guard(RateLimit rate, int maxBodyBytes) {
    this.rate = rate;
    this.maxBodyBytes = maxBodyBytes;
  }

  /// Checks a request and sets the headers of its answer.
  public void before(Context ctx) {
    headers(ctx);
    host(ctx);
    if (!rate.allows(ctx.ip())) {
      ctx.header("Retry-After", "1");
      throw Problem.of(429, "too many requests", "slow down: " + rate.describe());
    }
    if (ctx.req().getContentLengthLong() > maxBodyBytes) {
      throw Problem.of(413, "body too large", "a body has at most " + maxBodyBytes + " bytes");
    }
    if (!Set.of("GET", "HEAD", "OPTIONS").contains(ctx.req().getMethod())) {
      origin(ctx);
    }
  }

  /// Checks a WebSocket before it is one.
  public void beforeUpgrade(Context ctx) {
    host(ctx);
    origin(ctx);
    if (!rate.allows(ctx.ip())) {
      throw Problem.of(429, "too many requests", "slow down: " + rate.describe());
    }
  }

  private static void headers(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    if (ctx.path().startsWith("/api/")) {
      ctx.header("Cache-Control", "no-store");
    }
  }

  /// A page elsewhere that rebinds its name to this machine still sends its own name.
  private static void host(Context ctx) {
    String host = String.valueOf(ctx.header("Host")).toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    String name = colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host;
    if (!HOSTS.contains(name)) {
      throw Problem.of(403, "wrong host", "ask for this server as localhost or 127.0.0.1");
    }
  }

  /// A browser's Origin must be this very server; programs send none.
  private static void origin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + ctx.header("Host"))) {
      throw Problem.of(403, "wrong origin", "pages of another origin may not do this");
    }
  }
}
