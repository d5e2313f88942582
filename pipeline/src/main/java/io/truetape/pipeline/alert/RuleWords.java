package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.PricePath;
import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/// The names and values a user's rule may use. Source: docs/formats/alert-rules.md.
final class RuleWords {
  private static final int MOST_COUNTED = 64;
  private static final int MOST_MINUTES = 390;

  private RuleWords() {}

  /// Refuses the first name that does not belong to what is watched, and the first value its name
  /// does not have.
  static void check(String id, String watched, List<UserRule.Test> tests) {
    List<String> known = new ArrayList<>(watched.equals("exposure") ? List.of("symbol") : common());
    known.addAll(own(id, watched));
    boolean counts = false;
    boolean within = false;
    for (UserRule.Test test : tests) {
      if (!known.contains(test.name())) {
        throw new BadInput(
            "alert rule " + id + ": on=" + watched + " has no \"" + test.name() + "\"; " + known);
      }
      List<String> values = values(test.name());
      for (String value : test.values()) {
        String plain = value.startsWith("-") ? value.substring(1) : value;
        if (!values.isEmpty() && !values.contains(plain)) {
          String suggestion = Nearest.suggestion(plain, values);
          throw new BadInput(
              "alert rule " + id + ": " + test.name() + "=" + value + ": unknown" + suggestion);
        }
      }
      counts |= test.name().equals("count");
      within |= test.name().equals("withinMinutes");
    }
    if (counts != within) {
      throw new BadInput("alert rule " + id + ": count and withinMinutes go together");
    }
  }

  /// The number after a name that takes one; 0 for others.
  static double number(String id, String name, String value) {
    boolean counted = name.equals("count") || name.equals("withinMinutes");
    if (!name.startsWith("min") && !name.startsWith("max") && !counted) {
      return 0;
    }
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new BadInput("alert rule " + id + ": " + name + "=" + value + ": expected a number");
    }
    if (!(Math.abs(number) <= 1e15)) {
      throw new BadInput("alert rule " + id + ": " + name + "=" + value + ": out of range");
    }
    double most = name.equals("count") ? MOST_COUNTED : MOST_MINUTES;
    boolean whole = number == Math.rint(number);
    if (counted && (number < 1 || number > most || !whole)) {
      throw new BadInput(
          "alert rule " + id + ": " + name + "=" + value + ": expected 1 to " + (int) most);
    }
    return number;
  }

  private static List<String> common() {
    return List.of("symbol", "right", "minPremium", "maxPremium", "minSize", "minDte", "maxDte");
  }

  private static List<String> own(String id, String watched) {
    return switch (watched) {
      case "print" ->
          List.of(
              "side",
              "location",
              "sentiment",
              "chips",
              "minOtmPct",
              "maxOtmPct",
              "minVolOi",
              "minOi",
              "minVolume",
              "minPrice",
              "minRepeat3m",
              "minPremiumZ",
              "sizeOverOi",
              "minSigScore",
              "count",
              "withinMinutes");
      case "packet" ->
          List.of(
              "cluster",
              "minPrints",
              "minVenues",
              "minBias",
              "chips",
              "location",
              "path",
              "maxSpanMillis",
              "maxInterFillMillis",
              "minOtmPct",
              "maxOtmPct",
              "minVolOi",
              "minOi",
              "minVolume",
              "minPrice",
              "minPremiumZ",
              "sizeOverOi",
              "minSigScore");
      case "structure" -> List.of("type", "mode", "side", "direction", "minScore");
      case "profile" -> List.of("profile", "direction", "minConfidence");
      case "classifier" -> List.of("classifier", "direction", "minConfidence");
      case "exposure" -> List.of("crossing", "direction");
      default ->
          throw new BadInput(
              "alert rule "
                  + id
                  + ": on="
                  + watched
                  + ": expected print, packet, structure, profile, classifier or exposure");
    };
  }

  /// The values a name may have; empty when it takes numbers or free text.
  private static List<String> values(String name) {
    List<String> values = new ArrayList<>();
    switch (name) {
      case "chips" -> {
        for (Chip chip : Chip.values()) {
          values.add(chip.label());
        }
      }
      case "location" -> {
        for (QuoteLocation location : QuoteLocation.values()) {
          values.add(location.display());
        }
      }
      case "path" -> add(values, PricePath.values());
      case "cluster" -> add(values, ClusterKind.values());
      case "right" -> values.addAll(List.of("call", "put"));
      case "crossing" ->
          values.addAll(List.of(Crossings.ZERO_GAMMA, Crossings.CALL_WALL, Crossings.PUT_WALL));
      case "sizeOverOi" -> values.add("true");
      default -> {}
    }
    return values;
  }

  private static void add(List<String> values, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      values.add(UserRule.lower(constant));
    }
  }
}
