package io.truetape.server.ask;

import io.truetape.model.price.Price;
import io.truetape.server.view.RuleDefaults;
import io.truetape.server.view.Rules;
import io.truetape.store.query.Condition;
import io.truetape.store.query.view.ViewPolicy;
import java.util.List;

/// The named views, with the numbers in force now: what a reader sees, not what is kept.
public final class Views {
  /// Every name, the widest first.
  public static final List<String> NAMES = List.of("all", "balanced", "smart-money");

  private final Rules rules;

  public Views(Rules rules) {
    RuleDefaults defaults = new RuleDefaults();
    this.rules = key -> rules.value(key).or(() -> defaults.value(key));
  }

  /// The condition of a view named by its place in [#NAMES].
  public Condition condition(int view) {
    return switch (view) {
      case 0 -> new Condition.AllOf(List.of());
      case 1 -> policy("balanced").condition();
      default -> policy("smart").condition();
    };
  }

  /// The numbers of a section's prefix, `balanced` or `smart`.
  ViewPolicy policy(String prefix) {
    return new ViewPolicy(
        dollars(prefix + "Min"),
        dollars(prefix + "Large"),
        number(prefix + "Percentile"),
        dollars(prefix + "Unknown"),
        dollars(prefix + "Inside"),
        number(prefix + "InsidePercentile"),
        dollars(prefix + "Unquoted"),
        dollars(prefix + "Sweep"),
        Integer.parseInt(text("size")),
        Long.parseLong(text("maxAgeMillis")) * 1_000_000L);
  }

  private long dollars(String name) {
    return Price.parse(text(name));
  }

  private double number(String name) {
    return Double.parseDouble(text(name));
  }

  private String text(String name) {
    return rules.value("views." + name).orElseThrow();
  }
}
