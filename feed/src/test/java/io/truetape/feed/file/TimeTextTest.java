package io.truetape.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {
  private final TimeText times = new TimeText(SessionClock.standard());

  @ParameterizedTest
  @CsvSource({
    "2024-11-04T09:30:00.471, 1730730600471000000",
    "2024-11-01 09:30:00, 1730467800000000000",
    "2024-11-04T14:30:00.471Z, 1730730600471000000",
    "2024-11-04T09:30:00.471-05:00, 1730730600471000000",
    "2024-11-04 09:30:00.123456789, 1730730600123456789",
  })
  void oneTimeIsOneInstant(String text, long nanos) {
    assertThat(times.nanos(text)).isEqualTo(nanos);
  }

  @Test
  void offsetsMayChangeWithinAFileOfInstants() {
    assertThat(times.nanos("2024-11-04T09:30:00-05:00")).isEqualTo(1730730600_000_000_000L);
    assertThat(times.nanos("2024-11-04T09:30:00-04:00")).isEqualTo(1730727000_000_000_000L);
    assertThat(times.nanos("2024-11-04T09:30:00Z")).isEqualTo(1730712600_000_000_000L);
  }

  @Test
  void theHourIsRememberedAndTheNextOneIsNotMistakenForIt() {
    assertThat(times.nanos("2024-11-04T09:59:59.999")).isEqualTo(1730732399_999_000_000L);
    assertThat(times.nanos("2024-11-04T10:00:00.000")).isEqualTo(1730732400_000_000_000L);
    assertThat(times.nanos("2024-11-04T09:00:00.000")).isEqualTo(1730728800_000_000_000L);
  }

  @Test
  void aZoneAfterTimesWithoutOneIsRefused() {
    times.nanos("2024-11-04T09:30:00");
    assertThatThrownBy(() -> times.nanos("2024-11-04T14:30:00Z"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has a zone, but earlier times of this file have none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-11-04",
        "2024-11-04T09:30",
        "2024-13-04T09:30:00",
        "2024-11-04T25:30:00",
        "2024-11-04T09:61:00",
        "2024-11-04T09:30:00.",
        "2024-11-04T09:30:00.1x",
        "2024-11-04_09:30:00",
        "not a time at all, no"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> times.nanos(text))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(text);
  }
}
