package io.truetape.app.config;

import io.truetape.feed.databento.DatabentoPlan;
import io.truetape.feed.live.Secret;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The live feeds of a data folder: one file, strict, secrets by reference only.
///
/// ```
/// [databento]
/// key = "env:DATABENTO_API_KEY"
/// dataset = "OPRA.PILLAR"
/// schema = "tcbbo"
/// symbols = "SPY.OPT,QQQ.OPT"
/// ```
/// Source: docs/feeds/databento.md; every key with its default is in `config/feeds.example.toml`.
public final class FeedsFile {
  private static final List<String> VENDORS = List.of("databento");

  private final Toml file;
  private final Toml defaults;
  private final Map<String, String> environment;

  private FeedsFile(Toml file, Toml defaults, Map<String, String> environment) {
    this.file = file;
    this.defaults = defaults;
    this.environment = environment;
  }

  /// `feeds.toml` of a data folder.
  public static FeedsFile read(Path data, Map<String, String> environment) {
    Path path = data.resolve("feeds.toml");
    if (!Files.exists(path)) {
      throw new BadInput(
          "there is no " + path + "; copy config/feeds.example.toml there and name your key in it");
    }
    return parse(path.toString(), SmallFile.text(path), environment);
  }

  /// Unknown keys are refused with the line.
  public static FeedsFile parse(String origin, String text, Map<String, String> environment) {
    Toml defaults =
        Toml.parse("config/feeds.example.toml", Shipped.text("config/feeds.example.toml"));
    Toml file = Toml.parse(origin, text);
    file.refuseUnknown(List.copyOf(defaults.values().keySet()));
    return new FeedsFile(file, defaults, environment);
  }

  /// Refuses a name that no live feed has.
  public static void checkVendor(String name) {
    if (!VENDORS.contains(name)) {
      throw new BadInput(
          "there is no live feed \"%s\"; expected one of %s%s"
              .formatted(name, VENDORS, Nearest.suggestion(name, VENDORS)));
    }
  }

  /// What to ask Databento for.
  public DatabentoPlan databento() {
    try {
      return new DatabentoPlan(
          text("databento.host"),
          whole("databento.port", 1, 65_535),
          secret("databento.key"),
          text("databento.dataset"),
          list("databento.schemas"),
          text("databento.symbolType"),
          list("databento.symbols"),
          whole("databento.heartbeatSeconds", 5, 1_800));
    } catch (BadInput e) {
      throw new BadInput(file.where("databento.key") + ": " + e.getMessage());
    }
  }

  /// Most megabytes of raw frames to keep; 0 keeps none.
  public int archiveMegabytes() {
    return whole("archive.megabytes", 0, 1 << 20);
  }

  private String text(String key) {
    return Optional.ofNullable(file.values().get(key))
        .or(() -> Optional.ofNullable(defaults.values().get(key)))
        .orElseThrow();
  }

  private List<String> list(String key) {
    return Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
  }

  private int whole(String key, int min, int max) {
    try {
      int value = Integer.parseInt(text(key));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refuse(key, "expected a whole number from " + min + " to " + max);
    }
    throw refuse(key, "expected " + min + " to " + max);
  }

  /// `env:NAME` or `file:PATH`; a literal secret is refused, without being shown.
  private Secret secret(String key) {
    String reference = text(key);
    if (reference.startsWith("env:")) {
      String value = environment.getOrDefault(reference.substring(4), "");
      if (value.isBlank()) {
        throw refuse(key, "the environment has no " + reference.substring(4));
      }
      return new Secret(value.strip());
    }
    if (reference.startsWith("file:")) {
      String value = SmallFile.text(Path.of(reference.substring(5))).strip();
      if (value.isEmpty()) {
        throw refuse(key, "the file is empty");
      }
      return new Secret(value);
    }
    throw new BadInput(
        file.where(key) + ": " + key + " must be env:NAME or file:PATH, never the secret itself");
  }

  private BadInput refuse(String key, String expected) {
    return new BadInput(file.where(key) + ": " + key + " = " + text(key) + "; " + expected);
  }
}
