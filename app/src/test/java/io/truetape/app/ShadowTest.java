package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.app.config.RuleFile;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.replay.shadow.Flip;
import io.truetape.replay.shadow.Shadow;
import io.truetape.replay.shadow.ShadowReport;
import io.truetape.replay.shadow.Tolerances;
import io.truetape.testkit.Tape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two rule sets over one small session: who says what, and which threshold made the difference.
class ShadowTest {
  private static final String TAPE =
      """
      day 2026-01-16
      10:00:00.000000 bbo ACME 99.99 x 100.01
      10:00:00.000000 oi ACME 260220C00105 100 asof=2026-01-15
      10:00:00.000000 quote ACME 260220C00105 2.40 x 2.50 size=900x800
      10:00:00.001000 print ACME 260220C00105 2.50 300 CBOE isoi seq=1
      10:00:00.002000 print ACME 260220C00105 2.50 300 ISE isoi seq=2
      10:00:00.003000 print ACME 260220C00105 2.50 300 PHLX isoi seq=3
      10:00:00.004000 print ACME 260220C00105 2.50 300 ARCA isoi seq=4
      10:00:00.005000 print ACME 260220C00105 2.50 300 MIAX isoi seq=5
      10:00:40.000000 tick
      10:00:41.000000 tick
      """;

  @Test
  void aRuleSetAgreesWithItself() {
    ShadowReport report = run(standard(), List.of("all=1"));

    assertThat(report.within()).isTrue();
    assertThat(report.keys()).isEmpty();
    assertThat(report.rows()).allSatisfy(row -> assertThat(row.jaccard()).isEqualTo(1));
    assertThat(report.rows()).extracting(ShadowReport.Row::group).contains("chip", "classifier");
    assertThat(report.rows()).extracting(ShadowReport.Row::group).contains("profile", "alert");
    assertThat(report.sessions().getFirst().printsAfter()).isEqualTo(5);
  }

  @Test
  void aChipNamesTheThresholdThatFlippedIt() {
    ShadowReport report = run(RuleText.with("chips.premium100k", "70000"), List.of());
    ShadowReport.Row row = row(report, "chip", "100k+");

    assertThat(row.before()).isZero();
    assertThat(row.added()).isEqualTo(5);
    assertThat(row.jaccard()).isZero();
    assertThat(row.features()).containsOnlyKeys("chips.premium100k");
    Flip flip = row.flips().getFirst();
    assertThat(flip.before()).isEqualTo("premium 75000.0 >= 100000");
    assertThat(flip.after()).isEqualTo("premium 75000.0 >= 70000");
    assertThat(flip.added()).isTrue();
  }

  @Test
  void aClassifierNamesTheConditionWithMeasuredAndBothThresholds() {
    ShadowReport report = run(RuleText.with("classify.largeStock", "500000"), List.of());
    Flip flip = row(report, "classifier", "large_bullish_call_sweep").flips().getFirst();

    assertThat(flip.added()).isFalse();
    assertThat(flip.feature()).isEqualTo("premium");
    assertThat(flip.before()).isEqualTo("375000 >= 100000");
    assertThat(flip.after()).isEqualTo("375000 >= 500000");
    Flip alert = row(report, "alert", "large_bullish_call_sweep").flips().getFirst();
    assertThat(alert.feature()).isEqualTo("large_bullish_call_sweep: premium");
  }

  @Test
  void anAlertNamesTheBoundOrTheScore() {
    ShadowReport report = run(RuleText.with("alert.openFrom", "99"), List.of());
    ShadowReport.Row bound = row(report, "alert", "large_bullish_call_sweep");
    assertThat(bound.features()).containsOnlyKeys("alert.openFrom");
    assertThat(bound.flips().getFirst().after()).endsWith(">= 99");

    ShadowReport full =
        run(RuleText.with("alert.premiumFull", "900000000000", "alert.openFrom", "62"), List.of());
    assertThat(row(full, "alert", "large_bullish_call_sweep").features())
        .containsOnlyKeys("score premium");
  }

  @Test
  void aProfileNamesTheBoundItFellBelow() {
    ShadowReport report = run(RuleText.with("profile.minimumFit", "1"), List.of());
    ShadowReport.Row row = row(report, "profile", "institutional_directional");

    assertThat(row.removed()).isEqualTo(1);
    assertThat(row.features()).containsOnlyKeys("profile.minimumFit");
    assertThat(row(report, "profile", "unclear").added()).isEqualTo(1);
  }

  @Test
  void aPacketThatOnlyOneRunMadeIsSaidToBeMissing() {
    ShadowReport report = run(RuleText.with("cluster.sweepVenues", "9"), List.of("classifier=0.1"));

    assertThat(report.rows())
        .filteredOn(r -> r.item().equals("large_bullish_call_sweep"))
        .allSatisfy(r -> assertThat(r.features()).doesNotContainKey("no condition differs"));
  }

  @Test
  void anItemBelowItsToleranceIsOutside() {
    String changed = RuleText.with("chips.premium100k", "70000");

    assertThat(run(changed, List.of("chip.100k+=0.5")).within()).isFalse();
    assertThat(run(changed, List.of("chip=0.5", "chip.100k+=0", "chip.unusual=0")).within())
        .isTrue();
    assertThat(run(changed, List.of()).within()).isTrue();
    assertThatThrownBy(() -> new Tolerances(List.of("chips=0.5"))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> new Tolerances(List.of("chip=1.5"))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> new Tolerances(List.of("chip"))).isInstanceOf(BadInput.class);
  }

  private static ShadowReport.Row row(ShadowReport report, String group, String item) {
    return report.rows().stream()
        .filter(r -> r.group().equals(group) && r.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static ShadowReport run(String changed, List<String> tolerances) {
    List<Entry> log = new ArrayList<>();
    log.add(new Entry(1, RuleFile.standard().activation(0)));
    for (Event event : Tape.events(TAPE)) {
      log.add(new Entry(log.size() + 1, event));
    }
    Iterator<List<Entry>> batches = List.of(log).iterator();
    Shadow shadow =
        new Shadow(
            SessionClock.standard(),
            RuleFile.standard().activation(0),
            RuleFile.parse("changed", changed).activation(0),
            10);
    shadow.session("s", () -> batches.hasNext() ? batches.next() : List.of(), (_, _) -> {});
    return shadow.report(new Tolerances(tolerances));
  }

  private static String standard() {
    return RuleFile.standard().content();
  }
}
