package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;

/// The standard rules with some values changed, whatever the standard ones are.
final class RuleText {
  private RuleText() {}

  /// `keysAndValues` are pairs such as `alert.openFrom`, `99`.
  static String with(String... keysAndValues) {
    String text = RuleFile.standard().content();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      text = change(text, keysAndValues[i], keysAndValues[i + 1]);
    }
    return text;
  }

  private static String change(String text, String key, String value) {
    int dot = key.indexOf('.');
    int section = text.indexOf("[" + key.substring(0, dot) + "]");
    int at = text.indexOf("\n" + key.substring(dot + 1) + " = ", section) + 1;
    assertThat(section).as(key).isNotNegative();
    assertThat(at).as(key).isPositive();
    int end = text.indexOf('\n', at);
    return text.substring(0, at) + key.substring(dot + 1) + " = " + value + text.substring(end);
  }
}
