package io.truetape.feed.synthetic;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How busy the market is: option prints per second on average over the regular session, and how
/// often a labelled scenario is acted.
public enum SyntheticMode {
  REALISTIC(500, 15),
  ACTIVE(5_000, 4),
  FIREHOSE(25_500, 2);

  private final double printsPerSecond;
  private final double secondsPerScenario;

  SyntheticMode(double printsPerSecond, double secondsPerScenario) {
    this.printsPerSecond = printsPerSecond;
    this.secondsPerScenario = secondsPerScenario;
  }

  public double printsPerSecond() {
    return printsPerSecond;
  }

  /// Mean seconds from one scenario to the next.
  public double secondsPerScenario() {
    return secondsPerScenario;
  }

  /// The lower-case name in configuration.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode with this name; refuses others, naming the nearest.
  public static SyntheticMode of(String text) {
    List<String> known = new ArrayList<>();
    for (SyntheticMode mode : values()) {
      if (mode.text().equals(text)) {
        return mode;
      }
      known.add(mode.text());
    }
    throw new BadInput(
        "synthetic mode \"" + text + "\" is not one of " + known + Nearest.suggestion(text, known));
  }
}
