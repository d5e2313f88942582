package io.truetape.app.config;

import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.RuleCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A rule set read from a file: strict keys, every key of the standard set present, every value taken
/// by the room it is for, checksummed.
public record RuleFile(
    String name, String version, String sha256, String content, List<RuleValue> values) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  static final String STANDARD = "config/rules/standard.toml";

  public RuleFile {
    values = List.copyOf(values);
  }

  /// The rule set that ships with Truetape.
  public static RuleFile standard() {
    Toml toml = Toml.parse(STANDARD, Shipped.text(STANDARD));
    return of(STANDARD, toml, Shipped.text(STANDARD));
  }

  /// A rule file. Refused with line and reason when a key is unknown, missing, given twice, of
  /// another kind than the standard's, or when a room does not take its value.
  public static RuleFile read(Path file) {
    return parse(file.toString(), SmallFile.text(file));
  }

  /// The same for a text; `origin` names it in errors.
  public static RuleFile parse(String origin, String content) {
    Toml standard = Toml.parse(STANDARD, Shipped.text(STANDARD));
    Toml toml = Toml.parse(origin, content);
    toml.refuseUnknown(List.copyOf(standard.values().keySet()));
    toml.refuseOtherKinds(standard);
    for (String key : standard.values().keySet()) {
      if (!toml.values().containsKey(key)) {
        String section = key.contains(".") ? key.substring(0, key.indexOf('.')) : "";
        throw new BadInput(toml.where(section) + ": rule " + key + " is missing");
      }
    }
    RuleFile file = of(origin, toml, content);
    if (!file.name.matches(NAME)) {
      throw new BadInput(toml.where("name") + ": name = " + file.name + ": expected " + NAME);
    }
    RuleCheck.refusal(SessionClock.standard(), file.values)
        .ifPresent(
            refusal -> {
              throw new BadInput(toml.where(refusal.key()) + ": " + refusal.reason());
            });
    file.values.stream().filter(v -> v.key().startsWith("views.")).forEach(v -> view(toml, v));
    return file;
  }

  /// Numbers of the named views, which no room reads: places are 0 to 1, all else is not below 0.
  private static void view(Toml toml, RuleValue rule) {
    double value = Double.parseDouble(rule.value());
    double most = rule.key().endsWith("Percentile") ? 1 : 1e12;
    if (!(value >= 0 && value <= most)) {
      String expected = most == 1 ? "expected 0 to 1" : "expected 0 or more";
      throw new BadInput(
          toml.where(rule.key()) + ": " + rule.key() + " = " + rule.value() + ": " + expected);
    }
  }

  /// The event that brings these rules into force.
  public RulesActivated activation(long tsNanos) {
    return new RulesActivated(tsNanos, name, version, sha256, content, values);
  }

  private static RuleFile of(String origin, Toml toml, String content) {
    List<RuleValue> values = new ArrayList<>();
    for (Map.Entry<String, String> value : toml.values().entrySet()) {
      if (value.getKey().contains(".")) {
        values.add(new RuleValue(value.getKey(), value.getValue()));
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

  /// The checksum a text has as a rule file.
  public static String sha256(String content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
