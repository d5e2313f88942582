package io.truetape.server.stream;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.truetape.model.text.Nearest;
import io.truetape.server.ask.FactAsk;
import io.truetape.server.ask.FilterReader;
import io.truetape.server.ask.FlowAsk;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Json;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.Prints;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/ws`: subscribe with filters, hear a snapshot, then rows as they come (docs/formats/api.md).
public final class FlowSocket {
  private static final int MAX_SNAPSHOT = 1_000;
  private final LiveHub hub;
  private final Prints prints;
  private final FilterReader filters;
  private final Facts facts;
  private final FactAsk ask;
  private final int maxStreams;
  private final String tables = CodeTables.json();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, WsClient> clients = new ConcurrentHashMap<>();

  public FlowSocket(
      LiveHub hub, Prints prints, FilterReader filters, Facts facts, FactAsk ask, int maxStreams) {
    this.facts = facts;
    this.ask = ask;
    this.hub = hub;
    this.prints = prints;
    this.filters = filters;
    this.maxStreams = maxStreams;
  }

  /// Wires the socket's events.
  public void configure(WsConfig ws) {
    ws.onConnect(
        ctx -> {
          if (clients.size() >= maxStreams) {
            ctx.closeSession(1013, "at most " + maxStreams + " clients may listen");
            return;
          }
          ctx.session.setIdleTimeout(Duration.ofMinutes(5));
          ctx.session.setMaxTextMessageSize(16_384);
          WsClient client = new WsClient(ctx.session);
          clients.put(ctx.sessionId(), client);
          client.send(tables);
        });
    ws.onMessage(ctx -> hear(ctx, ctx.message()));
    ws.onBinaryMessage(ctx -> ctx.closeSession(1003, "messages are JSON text"));
    ws.onClose(this::leave);
    ws.onError(this::leave);
  }

  private void leave(WsContext ctx) {
    WsClient client = clients.remove(ctx.sessionId());
    if (client != null) {
      silence(client);
      client.channels().values().forEach(hub::remove);
    }
  }

  private void silence(WsClient client) {
    Subscription old = client.subscription();
    if (old != null) {
      hub.remove(old);
    }
  }

  private void hear(WsContext ctx, String text) {
    WsClient client = clients.get(ctx.sessionId());
    if (client == null) {
      return;
    }
    try {
      JsonNode message = mapper.readTree(text);
      switch (message.path("op").asString("")) {
        case "subscribe" -> subscribe(client, message);
        case "unsubscribe" -> unsubscribe(client, message.path("channel").asString("flow"));
        case "ping" -> client.send("{\"op\":\"pong\"}");
        default ->
            throw Problem.parameter(
                "op",
                message.path("op").asString(""),
                "no such operation",
                List.of("subscribe", "unsubscribe", "ping"),
                "");
      }
    } catch (Problem e) {
      client.send(e.message());
    } catch (JacksonException e) {
      client.send(Problem.of(400, "bad message", "not JSON: " + e.getOriginalMessage()).message());
    } catch (StoreFault e) {
      client.send(Problem.of(503, "store", String.valueOf(e.getMessage())).message());
    }
  }

  private void subscribe(WsClient client, JsonNode message) {
    known(message);
    String channel = message.path("channel").asString("");
    if (!channel.equals("flow")) {
      listen(client, channel(channel), message);
      return;
    }
    Subscription.Form form = form(message.path("format").asString("binary"));
    FlowFilter filter = filters.read(texts(message.path("filters")), List.of());
    int snapshot = snapshot(message.path("snapshot"));
    JsonNode after = after(message);
    Past past =
        after.isMissingNode()
            ? Past.newest(prints, filter, snapshot)
            : Past.since(prints, filter, after.asLong(), snapshot);
    silence(client);
    client.outbox().clear();
    Subscription next =
        new Subscription(
            filter, form, past.after(), snapshot, past.prints(), client.outbox(), client::wake);
    client.listen(next, form);
    if (past.gap()) {
      next.send(Encoder.gap(form, after.asLong() + 1, -1, -1));
    }
    hub.add(next);
  }

  private void unsubscribe(WsClient client, String channel) {
    if (channel.equals("flow")) {
      silence(client);
      client.listen(null, Subscription.Form.JSON);
      client.outbox().clear();
    } else {
      drop(client, channel(channel).text());
    }
    Json out = new Json(64).open().field("op", "unsubscribed").field("channel", channel);
    client.send(out.close().toString());
  }

  private void drop(WsClient client, String channel) {
    FactSubscription old = client.channels().remove(channel);
    if (old != null) {
      hub.remove(old);
    }
  }

  private static Resource channel(String text) {
    return Resource.named(text)
        .orElseThrow(
            () -> {
              List<String> known = new ArrayList<>(List.of("flow"));
              for (Resource resource : Resource.values()) {
                known.add(resource.text());
              }
              return Problem.parameter(
                  "channel",
                  text,
                  "no such channel",
                  known,
                  Nearest.to(text, known).orElse("flow"));
            });
  }

  /// A channel of conclusions: JSON only, beside the rows and the other channels.
  private void listen(WsClient client, Resource resource, JsonNode message) {
    String format = message.path("format").asString("json");
    if (!format.equals("json")) {
      throw Problem.parameter(
          "format", format, "conclusions are told as json", List.of("json"), "json");
    }
    FactFilter filter = ask.filter(resource, texts(message.path("filters")), List.of());
    int snapshot = snapshot(message.path("snapshot"));
    JsonNode after = after(message);
    FactPast past =
        after.isMissingNode()
            ? FactPast.newest(facts, filter, snapshot)
            : FactPast.since(facts, filter, after.asLong(), snapshot);
    String channel = resource.text();
    drop(client, channel);
    Subscription.Form form = Subscription.Form.JSON;
    Outbox outbox = new Outbox((from, to, rows) -> FactHub.gap(form, channel, from, to, rows));
    FactSubscription next =
        new FactSubscription(
            filter, form, past.after(), snapshot, past.facts(), outbox, client::wake);
    client.channels().put(channel, next);
    if (past.gap()) {
      next.send(FactHub.gap(form, channel, after.asLong() + 1, -1, -1));
    }
    hub.add(next);
  }

  private static JsonNode after(JsonNode message) {
    JsonNode after = message.path("after");
    if (!after.isMissingNode() && !(after.isIntegralNumber() && after.asLong() >= 0)) {
      throw Problem.parameter("after", after.toString(), "after is a seq, 0 or more");
    }
    return after;
  }

  private static void known(JsonNode message) {
    List<String> names = List.of("op", "channel", "filters", "snapshot", "format", "after");
    for (String name : message.propertyNames()) {
      if (!names.contains(name)) {
        throw Problem.parameter(
            name, message.path(name).toString(), "subscribe has no \"" + name + "\"", names, "");
      }
    }
  }

  private static int snapshot(JsonNode node) {
    return node.isMissingNode()
        ? 200
        : node.toString().equals("0")
            ? 0
            : FlowAsk.limit("snapshot", node.toString(), MAX_SNAPSHOT);
  }

  private static Subscription.Form form(String text) {
    return switch (text) {
      case "binary" -> Subscription.Form.BINARY;
      case "json" -> Subscription.Form.JSON;
      default ->
          throw Problem.parameter("format", text, "no such format", List.of("binary", "json"), "");
    };
  }

  /// Filters as texts: a value may be text, a number, or a list of texts.
  private static Map<String, String> texts(JsonNode filters) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String name : filters.propertyNames()) {
      JsonNode value = filters.path(name);
      if (value.isArray()) {
        out.put(
            name,
            StreamSupport.stream(value.spliterator(), false)
                .map(v -> v.isString() ? v.asString() : v.toString())
                .collect(Collectors.joining(",")));
      } else {
        out.put(name, value.isString() ? value.asString() : value.toString());
      }
    }
    return out;
  }
}
