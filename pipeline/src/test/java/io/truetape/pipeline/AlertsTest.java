package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The life of alerts over classifiers: growing, correcting, ending, and what a fault does to it.
class AlertsTest {
  private static final String CALL = "260220C00105";
  private static final String PUT = "260220P00095";

  @Test
  void moreOfTheSameEscalatesWhenItsSeverityRises() {
    List<AlertChanged> alerts = over(sweep("10:00:00", CALL, 150) + sweep("10:03:00", CALL, 3_000));

    AlertChanged louder = first(alerts, AlertChange.ESCALATED);
    assertThat(alerts.getFirst().change()).isEqualTo(AlertChange.OPENED);
    assertThat(alerts.getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(louder.severity()).isEqualTo(Severity.HIGH);
    assertThat(louder.count()).isEqualTo(2);
  }

  @Test
  void aCancelOfOnePrintGradesItAnew() {
    String cancel = "10:00:05.000000 print ACME 260220C00105 2.50 300 CBOE canc seq=1\n";
    List<AlertChanged> alerts = over(sweep("10:00:00", CALL, 300) + cancel);
    AlertChanged amended = first(alerts, AlertChange.AMENDED);

    assertThat(amended.premiumMicros()).isEqualTo(300_000_000_000L);
    assertThat(amended.score().total()).isLessThan(alerts.getFirst().score().total());
    assertThat(amended.revision()).isGreaterThan(0);
    assertThat(amended.alertSeq()).isEqualTo(alerts.getFirst().alertSeq());
  }

  @Test
  void theSameThesisTheOtherWayEndsIt() {
    List<AlertChanged> alerts =
        over(vertical("10:00:00", "2.49", "2.41") + vertical("10:02:00", "2.41", "2.49"));
    AlertChanged ended = first(alerts, AlertChange.RESOLVED);

    assertThat(alerts.getFirst().why()).startsWith("Looks like vertical spread (debit), bullish");
    assertThat(ended.reason()).isEqualTo("contradicted");
    assertThat(ended.alertSeq()).isEqualTo(alerts.getFirst().alertSeq());
    assertThat(changes(alerts).stream().filter(c -> c == AlertChange.OPENED)).hasSize(2);
  }

  @Test
  void afterTheCooldownANewOneOpensAndTheOldOneEnds() {
    List<AlertChanged> alerts = over(sweep("10:00:00", CALL, 300) + sweep("10:10:30", CALL, 300));

    assertThat(changes(alerts).stream().filter(c -> c == AlertChange.OPENED)).hasSize(2);
    assertThat(first(alerts, AlertChange.RESOLVED).reason()).contains("after the cooldown");
  }

  @Test
  void theSeventhOfAnHourIsWithheldAndCounted() {
    String tape =
        sweep("10:00:00", CALL, 3_000)
            + sweep("10:00:10", PUT, 3_000)
            + vertical("10:00:20", "2.49", "2.41")
            + vertical("10:00:30", "2.41", "2.49")
            + package2("10:00:40", "C00105 2.49", "P00095 2.49")
            + sold("10:00:50", CALL)
            + sold("10:01:00", PUT)
            + package2("10:01:10", "C00100 2.41", "C00105@ 2.49");
    List<AlertChanged> alerts = over(tape);

    assertThat(changes(alerts).stream().filter(c -> c == AlertChange.OPENED)).hasSize(6);
    assertThat(alerts.stream().filter(a -> a.change() == AlertChange.SUPPRESSED))
        .extracting(AlertChanged::reason)
        .containsExactly(
            "6 an hour for one symbol; withheld 1", "6 an hour for one symbol; withheld 2");
  }

  @Test
  void counterEvidenceNamesPoorQuotesAndConditionsThatDidNotHold() {
    String inside = sweep("10:00:00", CALL, 600).replace("2.50 600 MIAX", "2.45 600 MIAX");
    String some = inside.replace("2.50 600 ARCA", "2.45 600 ARCA");
    AlertChanged alert = over(some).getFirst();

    assertThat(alert.counter()).contains("40 % of the prints were inside the spread");
    assertThat(alert.counter()).contains("large_bullish_call_sweep: price_falls is 1, not <= 0");
    assertThat(alert.nearest()).isNotEmpty().allMatch(Condition::passed);
  }

  @Test
  void underAStaleFeedAnOpenAlertNeitherGrowsNorEnds() {
    String tape =
        sweep("10:00:00", CALL, 300)
            + "10:02:59.000000 feed stale quiet\n"
            + sweep("10:03:00", CALL, 3_000)
            + "10:03:03.000000 feed live back\n"
            + sweep("10:04:00", CALL, 3_000);
    List<AlertChanged> alerts = over(tape);

    long stale = alerts.getFirst().tsNanos() + 180_000_000_000L;
    assertThat(alerts)
        .filteredOn(a -> a.tsNanos() == stale)
        .extracting(AlertChanged::change)
        .containsOnly(AlertChange.SUPPRESSED);
    AlertChanged grown = alerts.stream().filter(a -> a.count() > 1).findFirst().orElseThrow();
    assertThat(grown.count()).isEqualTo(2);
    assertThat(grown.reason()).startsWith("1 hit left out: feed").endsWith("is stale");
  }

  @Test
  void underAStaleFeedACancelStillGradesItAnew() {
    String tape =
        sweep("10:00:00", CALL, 300)
            + "10:00:04.000000 feed stale quiet\n"
            + "10:00:05.000000 print ACME 260220C00105 2.50 300 CBOE canc seq=1\n";

    assertThat(first(over(tape), AlertChange.AMENDED).premiumMicros()).isEqualTo(300_000_000_000L);
  }

  @Test
  void whatAFaultWithheldOpensWithTheFirstSoundHit() {
    String tape =
        "10:00:00.000000 feed stale quiet\n"
            + sweep("10:00:00", CALL, 300)
            + "10:00:30.000000 feed live back\n"
            + sweep("10:01:00", CALL, 400);
    List<AlertChanged> alerts = over(tape);

    assertThat(changes(alerts)).startsWith(AlertChange.SUPPRESSED, AlertChange.OPENED);
    assertThat(alerts.get(1).count()).isEqualTo(1);
    assertThat(alerts.get(1).premiumMicros()).isEqualTo(500_000_000_000L);
  }

  @Test
  void anOpenGapSuppressesAndOneThatWasFilledDoesNot() {
    String gap = "10:00:00.000000 gap lost from=-1s to=10s%s\n";

    AlertChanged lost = over(gap.formatted("") + sweep("10:00:00", CALL, 300)).getFirst();
    assertThat(lost.change()).isEqualTo(AlertChange.SUPPRESSED);
    assertThat(lost.reason()).endsWith("has a gap");
    assertThat(changes(over(gap.formatted(" filled=true") + sweep("10:00:00", CALL, 300))))
        .startsWith(AlertChange.OPENED);
    assertThat(changes(over(gap.formatted("") + sweep("10:00:20", CALL, 300))))
        .startsWith(AlertChange.OPENED);
  }

  private static AlertChanged first(List<AlertChanged> alerts, AlertChange change) {
    return alerts.stream().filter(a -> a.change() == change).findFirst().orElseThrow();
  }

  private static List<AlertChange> changes(List<AlertChanged> alerts) {
    return alerts.stream().map(AlertChanged::change).toList();
  }

  /// Five fills at the ask on five venues; the first has vendor sequence 1.
  private static String sweep(String time, String contract, int size) {
    return fills(time, contract, "2.50", size, "isoi");
  }

  /// The same at the bid, of 3,000 contracts each.
  private static String sold(String time, String contract) {
    return fills(time, contract, "2.40", 3_000, "auto");
  }

  private static String fills(
      String time, String contract, String price, int size, String condition) {
    StringBuilder out = new StringBuilder();
    out.append("%s.000500 quote ACME %s 2.40 x 2.50 size=900x800%n".formatted(time, contract));
    String[] venues = {"CBOE", "ISE", "PHLX", "ARCA", "MIAX"};
    int base = time.equals("10:00:00") ? 0 : Integer.parseInt(time.replace(":", ""));
    for (int i = 1; i <= 5; i++) {
      out.append(
          "%s.00%d000 print ACME %s %s %d %s %s seq=%d%n"
              .formatted(time, i, contract, price, size, venues[i - 1], condition, base + i));
    }
    return out + tick(time);
  }

  /// Two seconds later, so that what was traded is concluded.
  private static String tick(String time) {
    int seconds = Integer.parseInt(time.substring(6)) + 2;
    return "%s%02d.000000 tick%n".formatted(time.substring(0, 6), seconds);
  }

  private static String vertical(String time, String low, String high) {
    return package2(time, "C00100 " + low, "C00105 " + high);
  }

  /// Two coded legs of 5,000; `@` after the strike for June.
  private static String package2(String time, String one, String other) {
    StringBuilder out = new StringBuilder();
    int micros = 1_000;
    for (String leg : List.of(one, other)) {
      String[] words = leg.split(" ");
      boolean june = words[0].endsWith("@");
      String contract = (june ? "260618" : "260220") + words[0].replace("@", "");
      out.append("%s.000500 quote ACME %s 2.40 x 2.50 size=900x800%n".formatted(time, contract));
      out.append(
          "%s.%06d print ACME %s %s 5000 CBOE mlet%n".formatted(time, micros, contract, words[1]));
      micros += 40;
    }
    return out + tick(time);
  }

  private static List<AlertChanged> over(String tape) {
    String quoted =
        """
        day 2026-01-16
        10:00:00.000000 bbo ACME 99.99 x 100.01
        """;
    String after = "10:11:40.000000 tick\n10:11:41.000000 tick\n";
    return Rooms.over(quoted + tape + after).all(AlertChanged.class).stream()
        .filter(a -> a.rule().equals("standard"))
        .toList();
  }
}
