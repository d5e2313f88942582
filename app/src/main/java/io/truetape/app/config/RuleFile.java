package io.truetape.app.config;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A rule set read from a file: strict keys, every key of the standard set present, checksummed.
public record RuleFile(
    String name, String version, String sha256, String content, List<RuleValue> values) {

  public RuleFile {
    values = List.copyOf(values);
  }

  /// The rule set that ships with Truetape.
  public static RuleFile standard() {
    return parse("config/rules/standard.toml", shipped(), List.of());
  }

  /// A rule file. Refused with line and reason when a key is unknown, missing or not plain.
  public static RuleFile read(Path file) {
    List<String> known = standard().values().stream().map(RuleValue::key).toList();
    try {
      return parse(file.toString(), Files.readString(file), known);
    } catch (IOException e) {
      throw new BadInput("cannot read rules " + file + ": " + e.getMessage());
    }
  }

  /// The event that brings these rules into force.
  public RulesActivated activation(long tsNanos) {
    return new RulesActivated(tsNanos, name, version, sha256, content, values);
  }

  private static RuleFile parse(String origin, String content, List<String> known) {
    Toml toml = Toml.parse(origin, content);
    if (!known.isEmpty()) {
      List<String> keys = new ArrayList<>(known);
      keys.addAll(List.of("name", "version"));
      toml.refuseUnknown(keys);
    }
    List<RuleValue> values = new ArrayList<>();
    for (Map.Entry<String, String> value : toml.values().entrySet()) {
      if (value.getKey().contains(".")) {
        values.add(new RuleValue(value.getKey(), value.getValue()));
      }
    }
    for (String key : known) {
      if (!toml.values().containsKey(key)) {
        throw new BadInput(origin + ": rule " + key + " is missing");
      }
    }
    return new RuleFile(
        required(toml, origin, "name"),
        required(toml, origin, "version"),
        sha256(content),
        content,
        values);
  }

  private static String required(Toml toml, String origin, String key) {
    String value = toml.values().get(key);
    if (value == null) {
      throw new BadInput(origin + ": " + key + " is missing");
    }
    return value;
  }

  private static String shipped() {
    try (InputStream in = RuleFile.class.getResourceAsStream("/config/rules/standard.toml")) {
      if (in == null) {
        throw new IllegalStateException("standard rules are not in the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("standard rules cannot be read", e);
    }
  }

  private static String sha256(String content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
