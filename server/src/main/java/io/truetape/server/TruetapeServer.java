package io.truetape.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.Catalog;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.ask.Views;
import io.truetape.server.explain.Explainer;
import io.truetape.server.rest.AlertRoutes;
import io.truetape.server.rest.Asked;
import io.truetape.server.rest.BoardRoutes;
import io.truetape.server.rest.ExplainRoutes;
import io.truetape.server.rest.FactRoutes;
import io.truetape.server.rest.FlowRoutes;
import io.truetape.server.rest.GreeksRoutes;
import io.truetape.server.rest.Guard;
import io.truetape.server.rest.MarketRoutes;
import io.truetape.server.rest.OpenApi;
import io.truetape.server.rest.Patience;
import io.truetape.server.rest.PresetRoutes;
import io.truetape.server.rest.RateLimit;
import io.truetape.server.rest.Route;
import io.truetape.server.rest.RuleRoutes;
import io.truetape.server.rest.SystemRoutes;
import io.truetape.server.stream.EventStream;
import io.truetape.server.stream.FactStream;
import io.truetape.server.stream.FlowSocket;
import io.truetape.server.view.AlertJson;
import io.truetape.server.view.Explanation;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.FlowJson;
import io.truetape.server.view.RuleBook;
import io.truetape.server.view.StateJson;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.Resource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server. Start it with a plan and ports; close it to stop.
public final class TruetapeServer implements AutoCloseable {
  private final Javalin javalin;
  private final ServerPorts ports;
  private final PrometheusMeterRegistry metrics;
  private final List<Route> routes;

  private TruetapeServer(
      Javalin javalin, ServerPorts ports, PrometheusMeterRegistry metrics, List<Route> routes) {
    this.javalin = javalin;
    this.ports = ports;
    this.metrics = metrics;
    this.routes = List.copyOf(routes);
  }

  /// Starts listening, or throws [ServerFault] with what stands in the way.
  public static TruetapeServer start(ServerPlan plan, ServerPorts ports) {
    refuseOpenAddress(plan.host());
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    metrics.gauge("truetape_stream_clients", ports.hub(), h -> h.clients());
    metrics.gauge("truetape_stream_dropped_rows", ports.hub(), h -> h.droppedRows());
    metrics.gauge("truetape_seq", ports.health(), h -> h.now().seq());
    metrics.gauge("truetape_lag_millis", ports.health(), h -> h.now().lagMillis());
    metrics.gauge("truetape_prints_per_second", ports.health(), h -> h.now().printsPerSecond());
    SessionClock clock = SessionClock.standard();
    Catalog catalog = new Catalog();
    FlowAsk ask =
        new FlowAsk(new FilterReader(catalog, clock, ports.sessions(), new Views(ports.rules())));
    FactAsk factAsk = new FactAsk(ask.filters());
    List<Route> routes = routes(plan, ports, metrics, clock, catalog, ask, factAsk);
    Guard guard =
        new Guard(new RateLimit(plan.requestsPerSecond(), plan.burst()), plan.maxBodyBytes());
    FlowSocket socket =
        new FlowSocket(
            ports.hub(), ports.prints(), ask.filters(), ports.facts(), factAsk, plan.maxStreams());
    Javalin javalin =
        Javalin.create(
            config -> {
              base(config, plan);
              files(config, plan);
              config.routes.before(guard::before);
              config.routes.wsBeforeUpgrade(guard::beforeUpgrade);
              config.routes.ws("/ws", socket::configure);
              for (Route route : routes) {
                config.routes.addEndpoint(
                    new Endpoint(route.method(), route.path(), route.handler()));
              }
              problems(config);
            });
    listen(javalin, plan);
    return new TruetapeServer(javalin, ports, metrics, routes);
  }

  private static List<Route> routes(
      ServerPlan plan,
      ServerPorts ports,
      PrometheusMeterRegistry metrics,
      SessionClock clock,
      Catalog catalog,
      FlowAsk ask,
      FactAsk factAsk) {
    StateJson state = new StateJson(clock);
    FlowJson rows = new FlowJson(clock);
    RuleBook book = new RuleBook(ports.facts(), ports.rules());
    Explanation explanation = new Explanation(clock, book);
    EventStream events =
        new EventStream(ports.hub(), ports.prints(), ask.filters(), plan.maxStreams());
    List<Route> routes = new ArrayList<>();
    routes.add(
        new Route(
            HandlerType.GET,
            "/api/v1/flow/stream",
            "Rows as server-sent events",
            "text/event-stream",
            true,
            List.of(),
            ctx -> events.serve(ctx, Asked.parameters(ctx))));
    routes.addAll(
        new FlowRoutes(ports.prints(), ports.health(), ask, catalog, rows, state, explanation)
            .routes());
    routes.addAll(
        new MarketRoutes(ports.candles(), ports.sessions(), ports.health(), state, clock).routes());
    routes.addAll(new GreeksRoutes(ports.prints(), ports.health(), book, state, clock).routes());
    routes.addAll(conclusions(plan, ports, clock, factAsk, state));
    routes.replaceAll(new Patience(ports.prints(), ports.facts(), ports.health())::around);
    routes.addAll(new PresetRoutes(ports.presets(), ask, ports.clock()).routes());
    routes.addAll(new SystemRoutes(ports.health(), state, metrics).routes());
    return OpenApi.documented(routes, catalog);
  }

  private static List<Route> conclusions(
      ServerPlan plan, ServerPorts ports, SessionClock clock, FactAsk ask, StateJson state) {
    FactJson rows = new FactJson(clock);
    AlertJson alerts = new AlertJson(rows, ports.alertMarks(), clock, ports.clock());
    FactStream stream = new FactStream(ports.hub(), ports.facts(), ask, plan.maxStreams());
    List<Route> routes = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      routes.add(
          Route.stream(
              "/api/v1/" + resource.text() + "/stream",
              "Server-sent events: " + resource.text(),
              ask.catalog(resource).names(),
              ctx -> stream.serve(ctx, resource, Asked.parameters(ctx))));
    }
    routes.addAll(new FactRoutes(ports.facts(), ports.health(), ask, rows, state).routes());
    routes.addAll(
        new AlertRoutes(
                ports.facts(),
                ports.alertMarks(),
                ports.health(),
                ask,
                alerts,
                state,
                ports.clock(),
                ports.hub()::withheldAlerts)
            .routes());
    routes.addAll(new BoardRoutes(ports.facts(), ports.health(), ask, rows, state, clock).routes());
    routes.addAll(new RuleRoutes(ports.facts(), ports.health(), state, clock).routes());
    Explainer explainer = new Explainer(ports.facts(), ports.prints(), ports.candles(), clock);
    routes.addAll(new ExplainRoutes(explainer, ports.health(), state).routes());
    return routes;
  }

  private static void base(JavalinConfig config, ServerPlan plan) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = plan.maxBodyBytes();
    config.http.asyncTimeout = 0L;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private static void files(JavalinConfig config, ServerPlan plan) {
    if (plan.webFolder().isPresent()) {
      String folder = plan.webFolder().get().toString();
      if (!Files.isDirectory(plan.webFolder().get())) {
        throw new ServerFault("the web folder " + folder + " does not exist");
      }
      config.staticFiles.add(folder, Location.EXTERNAL);
    } else if (TruetapeServer.class.getResource("/web/index.html") != null) {
      config.staticFiles.add("/web", Location.CLASSPATH);
    }
  }

  private static void problems(JavalinConfig config) {
    Logger log = LoggerFactory.getLogger(TruetapeServer.class);
    config.routes.exception(Problem.class, (problem, ctx) -> answer(ctx, problem));
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            answer(
                ctx,
                Problem.of(
                    e.getStatus(),
                    switch (e.getStatus()) {
                      case 404 -> "not found";
                      case 405 -> "method not allowed";
                      case 413 -> "body too large";
                      default -> "refused";
                    },
                    ctx.req().getMethod() + " " + ctx.path() + ": " + e.getMessage())));
    config.routes.exception(
        StoreFault.class,
        (e, ctx) -> {
          log.warn("store fault: path={} reason={}", ctx.path(), e.getMessage());
          answer(ctx, Problem.of(503, "store not available", String.valueOf(e.getMessage())));
        });
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          log.error("unexpected: path={}", ctx.path(), e);
          answer(ctx, Problem.of(500, "our mistake", "this request met a fault that was logged"));
        });
  }

  private static void answer(Context ctx, Problem problem) {
    ctx.status(problem.status());
    ctx.contentType("application/problem+json; charset=utf-8").result(problem.json());
  }

  private static void refuseOpenAddress(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          throw new ServerFault(
              "refusing to listen on "
                  + host
                  + ": there is no authentication and no TLS yet; use 127.0.0.1");
        }
      }
    } catch (UnknownHostException e) {
      throw new ServerFault("there is no address " + host + "; use 127.0.0.1", e);
    }
  }

  private static void listen(Javalin javalin, ServerPlan plan) {
    try {
      javalin.start(plan.host(), plan.port());
    } catch (RuntimeException e) {
      javalin.stop();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof java.net.BindException) {
          throw new ServerFault(
              "port "
                  + plan.port()
                  + " on "
                  + plan.host()
                  + " is in use; stop the other program"
                  + " or choose another port",
              e);
        }
      }
      throw new ServerFault("cannot start the server: " + e.getMessage(), e);
    }
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// Where people find it.
  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /// Metrics of the whole process may be added here.
  public PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /// Every path with its method, `GET /api/v1/flow`.
  public List<String> paths() {
    return routes.stream().map(r -> r.method() + " " + r.path()).toList();
  }

  @Override
  public void close() {
    ports.hub().close();
    javalin.stop();
  }
}
