package io.truetape.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.meaning.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "49.999, LOW",
    "50, MEDIUM",
    "74.999, MEDIUM",
    "75, HIGH",
    "89.999, HIGH",
    "90, CRITICAL",
    "100, CRITICAL",
  })
  void severityBeginsAtItsBound(double total, Severity severity) {
    assertThat(new Scorer(AlertRules.standard()).severity(total)).isEqualTo(severity);
  }
}
