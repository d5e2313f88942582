package io.truetape.app.config;

import io.truetape.engine.log.LogPlan;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the configuration file over the defaults of `config/example.toml`.
public final class ConfigFile {
  private final Toml file;
  private final Map<String, String> values;

  private ConfigFile(Toml file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /// The named file; else `truetape.toml` in the current folder; else the defaults.
  public static Config load(Optional<Path> named) {
    Path fallback = Path.of("truetape.toml");
    if (named.isEmpty() && !Files.exists(fallback)) {
      return parse("defaults", "");
    }
    Path file = named.orElse(fallback);
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new BadInput("cannot read configuration " + file + ": " + e.getMessage());
    }
  }

  /// Parses a configuration text. Unknown keys and values out of range are refused with the line.
  public static Config parse(String origin, String text) {
    Toml defaults = Toml.parse("config/example.toml", shipped());
    Toml file = Toml.parse(origin, text);
    file.refuseUnknown(List.copyOf(defaults.values().keySet()));
    Map<String, String> values = new TreeMap<>(defaults.values());
    values.putAll(file.values());
    return new ConfigFile(file, values).config();
  }

  /// A configuration as plain fields, for people and programs.
  public static Map<String, Object> fields(Config c) {
    Map<String, Object> out = new TreeMap<>();
    out.put("data.folder", c.dataFolder().toString());
    out.put("server.host", c.server().host());
    out.put("server.port", c.server().port());
    out.put("server.requestsPerSecond", c.server().requestsPerSecond());
    out.put("log.fsync", c.log().fsync().name().toLowerCase(Locale.ROOT));
    out.put("log.commitMillis", c.log().commitMillis());
    out.put("log.segmentMegabytes", c.log().segmentMegabytes());
    out.put("log.retentionDays", c.log().retentionDays());
    out.put("run.shards", c.run().shards());
    out.put("run.snapshotMinutes", c.run().snapshotMinutes());
    out.put("run.rules", c.run().rules());
    out.put("synthetic.seed", c.synthetic().seed());
    out.put("synthetic.mode", c.synthetic().mode());
    out.put("synthetic.firstDay", c.synthetic().firstDay());
    out.put("synthetic.symbols", c.synthetic().symbols());
    out.put("synthetic.speed", c.synthetic().speed());
    out.put("store.memoryMegabytes", c.store().memoryMegabytes());
    return out;
  }

  /// The shipped example, as text.
  public static String shipped() {
    return Shipped.text("config/example.toml");
  }

  private Config config() {
    return new Config(
        Path.of(text("data.folder")),
        new Config.Server(
            text("server.host"),
            whole("server.port", 0, 65_535),
            whole("server.requestsPerSecond", 1, 1_000_000)),
        new Config.Log(
            oneOf("log.fsync", LogPlan.Fsync.class),
            whole("log.commitMillis", 0, 1_000),
            whole("log.segmentMegabytes", 1, 1_024),
            whole("log.retentionDays", 0, 36_500)),
        new Config.Run(
            whole("run.shards", 1, 64), whole("run.snapshotMinutes", 1, 1_440), text("run.rules")),
        new Config.Synthetic(
            whole("synthetic.seed", 0, Integer.MAX_VALUE),
            text("synthetic.mode"),
            date("synthetic.firstDay"),
            whole("synthetic.symbols", 4, 500),
            whole("synthetic.speed", 1, 1_000)),
        new Config.Store(whole("store.memoryMegabytes", 128, 65_536)));
  }

  private String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("no default for " + key);
    }
    return value;
  }

  private int whole(String key, int min, int max) {
    String value = text(key);
    try {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      throw refuse(key, value, "expected a whole number from " + min + " to " + max);
    }
    throw refuse(key, value, "expected " + min + " to " + max);
  }

  private String date(String key) {
    String value = text(key);
    try {
      return LocalDate.parse(value).toString();
    } catch (DateTimeParseException e) {
      throw refuse(key, value, "expected a date such as 2026-01-16");
    }
  }

  private <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    String value = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String allowed = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw refuse(key, value, "expected one of " + allowed);
  }

  private BadInput refuse(String key, String value, String expected) {
    return new BadInput(file.where(key) + ": " + key + " = " + value + "; " + expected);
  }
}
