package io.truetape.app.ops;

import io.truetape.app.config.Config;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ServerPlan;
import io.truetape.server.ServerPorts;
import io.truetape.server.TruetapeServer;
import io.truetape.server.stream.LiveHub;
import io.truetape.server.view.Health;
import io.truetape.store.appstate.SqliteAlertMarks;
import io.truetape.store.appstate.SqlitePresets;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.DuckWriter;
import io.truetape.store.duckdb.StorePlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The store, the streams and the page of one namespace, opened and closed together.
public final class Serving implements AutoCloseable {
  private final DuckStore store;
  private final DuckWriter writer;
  private final SqlitePresets presets;
  private final SqliteAlertMarks marks;
  private final LiveHub hub;
  private final Pulse pulse = new Pulse();
  private volatile Map<String, String> ruleValues = new TreeMap<>();
  private Optional<TruetapeServer> server = Optional.empty();

  /// Opens the store in `folder`. `health` answers for everything shown; `bulk` when nobody watches.
  public Serving(
      Path folder, Path presetFolder, Path lake, Config config, Health health, boolean bulk) {
    store =
        DuckStore.open(new StorePlan(folder, lake, bulk ? 2 : 1, config.store().memoryMegabytes()));
    writer = bulk ? store.bulkWriter() : store.writer();
    presets = SqlitePresets.open(presetFolder);
    marks = SqliteAlertMarks.open(presetFolder, presetFolder.relativize(folder).toString());
    hub = new LiveHub(health, SessionClock.standard(), Clock.systemUTC(), marks);
  }

  /// Starts listening.
  public TruetapeServer serve(Config config, int port, Health health, RulesActivated rules) {
    explainBy(rules);
    int rate = config.server().requestsPerSecond();
    ServerPlan plan =
        new ServerPlan(config.server().host(), port, Optional.empty(), rate, rate * 2, 65_536, 256);
    ServerPorts ports =
        new ServerPorts(
            store.prints(),
            store.candles(),
            store.sessions(),
            presets,
            health,
            key -> Optional.ofNullable(ruleValues.get(key)),
            store.facts(),
            marks,
            hub,
            Clock.systemUTC());
    TruetapeServer started = TruetapeServer.start(plan, ports);
    server = Optional.of(started);
    return started;
  }

  /// Explanations name these thresholds from now on.
  void explainBy(RulesActivated rules) {
    Map<String, String> values = new TreeMap<>();
    for (RuleValue value : rules.values()) {
      values.put(value.key(), value.value());
    }
    ruleValues = values;
  }

  public DuckStore store() {
    return store;
  }

  public DuckWriter writer() {
    return writer;
  }

  public LiveHub hub() {
    return hub;
  }

  public Pulse pulse() {
    return pulse;
  }

  @Override
  public void close() {
    server.ifPresentOrElse(TruetapeServer::close, hub::close);
    writer.close();
    store.close();
    presets.close();
    marks.close();
  }
}
