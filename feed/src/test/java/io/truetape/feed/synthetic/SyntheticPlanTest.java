package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.synthetic.scenario.Family;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.symbol.Contract;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticPlanTest {
  private static final double FOR_EVER = 1e9;

  /// Seconds from the bell of 2026-01-16 to that of 2026-11-27.
  private static final double HALF_DAY_BELL = 315 * 86_400.0;

  @TempDir private Path folder = Path.of("");

  @Test
  void aClosedDayIsRefusedAndTheNextOpenOneNamed() {
    assertThatThrownBy(() -> new SyntheticPlan(1, SyntheticMode.ACTIVE, 20_470, 40, 0, 1))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "synthetic first day 2026-01-17 is no trading day of 2012 to 2030;"
                + " the next one is 2026-01-20");
  }

  @Test
  void limitsAreNamed() {
    assertThatThrownBy(() -> new SyntheticPlan(1, SyntheticMode.ACTIVE, 20_469, 501, 0, 1))
        .hasMessage("synthetic symbols 501 must be 1 to 500");
    assertThatThrownBy(() -> new SyntheticPlan(1, SyntheticMode.ACTIVE, 20_469, 40, 0, -1))
        .hasMessageContaining("speed -1.0");
    assertThatThrownBy(() -> SyntheticMode.of("activ"))
        .hasMessageContaining("did you mean active?");
  }

  @Test
  void labelsAreOneObjectPerLine() throws IOException {
    Path file = folder.resolve("labels.ndjson");
    try (SyntheticLabels labels = new SyntheticLabels(file)) {
      labels.accept(
          new Label(1, "box_spread", Family.ARBITRAGE, "SPY", 0, 10, 20, List.of(3L, 4L)));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"run":1,"scenario":"box_spread","family":"arbitrage","underlying":"SPY","direction":0,\
            "fromTsNanos":10,"toTsNanos":20,"sequences":[3,4]}
            """);
  }

  @Test
  void theLastPlannedDayEndsWithAFinishedFeed() {
    MarketDay day = halfDay(1);
    String[] last = new String[1];
    day.play(FOR_EVER, event -> last[0] = event.toString());
    assertThat(last[0]).contains("FINISHED");
  }

  @Test
  void theNextDayListsWhatIsNewAndKeepsOldNumbers() {
    MarketDay day = halfDay(2);
    day.play(HALF_DAY_BELL + 3 * 3_600, _ -> {});
    List<Contract> first = day.listings.contracts();
    day.play(HALF_DAY_BELL + 2 * 86_400 + 80_000, _ -> {});
    List<Contract> both = day.listings.contracts();
    assertThat(both.subList(0, first.size())).isEqualTo(first);
    assertThat(both.size()).isGreaterThan(first.size());
    assertThat(both.getLast().expiryDay()).isGreaterThan(20_784);
  }

  /// 2026-11-27, when markets close at 13:00.
  private static MarketDay halfDay(int days) {
    return new MarketDay(new SyntheticPlan(3, SyntheticMode.REALISTIC, 20_784, 1, days, 0));
  }
}
