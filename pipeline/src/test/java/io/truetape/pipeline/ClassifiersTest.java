package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.market.Sentiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each of the fourteen asks for, on tapes. Every contract is quoted 2.40 x 2.50.
class ClassifiersTest {
  private static final String CALL = "260220C00105";
  private static final String PUT = "260220P00095";
  private static final String FAR = "260618C00105";

  @Test
  void aPutBoughtAcrossVenuesIsBearish() {
    ClassifierHit hit = hit(over(fills(PUT, "2.50", 300)), Classifier.LARGE_BEARISH_PUT_SWEEP);

    assertThat(hit.direction()).isEqualTo(Sentiment.BEARISH);
    assertThat(named(over(fills(PUT, "2.40", 300)), Classifier.LARGE_BEARISH_PUT_SWEEP)).isEmpty();
  }

  @Test
  void aCallSoldLooksLikeAnOverwriteAndIsBearish() {
    ClassifierHit hit = hit(over(fills(CALL, "2.40", 300)), Classifier.LARGE_CALL_SELL);

    assertThat(hit.direction()).isEqualTo(Sentiment.BEARISH);
    assertThat(named(over(fills(CALL, "2.50", 300)), Classifier.LARGE_CALL_SELL)).isEmpty();
  }

  @Test
  void aSpikeNeedsTwelvePacketsBeforeItAndAPremiumFarAboveThem() {
    String spike = fill(40, CALL, "2.50", 120, "CBOE");

    assertThat(named(over(small(12) + spike), Classifier.UNUSUAL_CONTRACT_SPIKE)).isNotEmpty();
    assertThat(named(over(small(10) + spike), Classifier.UNUSUAL_CONTRACT_SPIKE)).isEmpty();
    assertThat(named(over(small(14)), Classifier.UNUSUAL_CONTRACT_SPIKE)).isEmpty();
  }

  @Test
  void aSaleOfMostOfTheOpenInterestLooksLikeClosing() {
    String oi = "10:00:00.000000 oi ACME 260220C00105 2000 asof=2026-01-15\n";

    assertThat(hit(over(oi + fills(CALL, "2.40", 300)), Classifier.CLOSING_LIKELY).direction())
        .isEqualTo(Sentiment.NEUTRAL);
    assertThat(named(over(oi + fills(CALL, "2.50", 300)), Classifier.CLOSING_LIKELY)).isEmpty();
    assertThat(named(over(oi + fills(CALL, "2.40", 500)), Classifier.CLOSING_LIKELY)).isEmpty();
    assertThat(named(over(fills(CALL, "2.40", 300)), Classifier.CLOSING_LIKELY)).isEmpty();
  }

  @Test
  void farDatedIsSixtyDaysOrMoreAndOneSided() {
    assertThat(hit(over(fills(FAR, "2.50", 300)), Classifier.FAR_DATED_CONVICTION).direction())
        .isEqualTo(Sentiment.BULLISH);
    assertThat(named(over(fills(FAR, "2.45", 300)), Classifier.FAR_DATED_CONVICTION)).isEmpty();
    assertThat(named(over(fills(CALL, "2.50", 300)), Classifier.FAR_DATED_CONVICTION)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STRADDLE_STRANGLE, long volatility, '2.49 C00100, 2.49 P00100', NEUTRAL",
    "STRADDLE_STRANGLE, short volatility, '2.41 C00105, 2.41 P00095', NEUTRAL",
    "VERTICAL_SPREAD, debit, '2.49 C00100, 2.41 C00105', BULLISH",
    "VERTICAL_SPREAD, credit, '2.41 C00100, 2.49 C00105', BEARISH",
    "ROLL, up, '2.41 C00100, 2.49 JC00105', NEUTRAL",
    "ROLL, down, '2.41 C00105, 2.49 JC00100', NEUTRAL",
    "LADDER_ACCUMULATION, '', '2.49 C00100, 2.49 C00105, 2.49 C00110', BULLISH",
  })
  void aPackageIsOneHitThatSaysWhichWay(
      Classifier which, String variant, String legs, Sentiment direction) {
    List<ClassifierHits> all = over(legs(legs)).all(ClassifierHits.class);

    assertThat(all).hasSize(1);
    ClassifierHit hit = all.getFirst().hits().getFirst();
    assertThat(hit.classifier()).isEqualTo(which);
    assertThat(hit.variant()).isEqualTo(variant);
    assertThat(hit.direction()).isEqualTo(direction);
  }

  @Test
  void aLargePacketThatTriggersNothingElseIsFollowedToo() {
    String one = fill(1, CALL, "2.50", 500, "CBOE");
    String quiet =
        """
        10:04:59.000000 bbo ACME 99.98 x 100.00
        10:04:59.500000 print ACME 260220C00105 2.45 1 CBOE auto
        10:05:10.000000 tick
        """;
    List<ClassifierHits> all = over(one + quiet).all(ClassifierHits.class);

    assertThat(all).hasSize(1);
    ClassifierHit hit = all.getFirst().hits().getFirst();
    assertThat(hit.classifier()).isEqualTo(Classifier.NO_FOLLOW_THROUGH);
    assertThat(hit.conditions())
        .extracting(Condition::name)
        .containsExactly(
            "premium", "premium_z", "aggressive_ratio", "move_over_expected", "move_over_expected");
    assertThat(hit.conditions().getFirst().measured()).isEqualTo(125_000);
  }

  @Test
  void aCorrectionAfterTheFollowUpIsTheLaterRevision() {
    String cancel = "10:06:00.000000 print ACME 260220C00105 2.50 500 CBOE canc seq=1\n";
    String quiet =
        """
        10:04:59.000000 bbo ACME 99.98 x 100.00
        10:04:59.500000 print ACME 260220C00105 2.45 1 CBOE auto
        10:05:10.000000 tick
        """;
    String tape = fill(1, CALL, "2.50", 500, "CBOE") + quiet + cancel + "10:06:10.000000 tick\n";
    List<ClassifierHits> all = over(tape).all(ClassifierHits.class);

    assertThat(all).extracting(ClassifierHits::revision).containsExactly(0, 1);
    assertThat(all.getLast().hits()).isEmpty();
  }

  @Test
  void aVerdictCountsTheVolumeOfTheDayOfTheReading() {
    String oi = "10:00:00.000000 oi ACME 260220C00105 100 asof=2026-01-15\n";
    String next =
        """
        day 2026-01-20
        09:00:00.000000 open 2026-01-20 x
        10:00:00.000000 quote ACME 260220C00105 2.40 x 2.50 size=900x800
        10:00:00.001000 print ACME 260220C00105 2.45 7000 CBOE auto seq=900
        10:00:02.000000 tick
        10:00:03.000000 oi ACME 260220C00105 1500 asof=2026-01-16
        """;
    OpenShareVerdict verdict =
        over(oi + fills(CALL, "2.50", 300), next).all(OpenShareVerdict.class).getFirst();

    assertThat(verdict.volume()).isEqualTo(1_500);
  }

  private static List<ClassifierHit> named(Rooms rooms, Classifier which) {
    return rooms.all(ClassifierHits.class).stream()
        .flatMap(h -> h.hits().stream())
        .filter(h -> h.classifier() == which)
        .toList();
  }

  private static ClassifierHit hit(Rooms rooms, Classifier which) {
    assertThat(named(rooms, which)).isNotEmpty();
    return named(rooms, which).getFirst();
  }

  /// Five fills on five venues.
  private static String fills(String contract, String price, int size) {
    StringBuilder out = new StringBuilder();
    String[] venues = {"CBOE", "ISE", "PHLX", "ARCA", "MIAX"};
    for (int i = 1; i <= 5; i++) {
      out.append(fill(i, contract, price, size, venues[i - 1]));
    }
    return out.toString();
  }

  private static String fill(int at, String contract, String price, int size, String venue) {
    return "10:00:%02d.00%d000 print ACME %s %s %d %s auto seq=%d%n"
        .formatted(at < 6 ? 0 : at - 5, at % 10, contract, price, size, venue, at);
  }

  /// Packets of one contract, a second apart, of 500 to 700 dollars.
  private static String small(int packets) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < packets; i++) {
      out.append("10:00:%02d.500000 quote ACME %s 2.40 x 2.50 size=9x8%n".formatted(i, CALL));
      out.append(
          "10:00:%02d.500100 print ACME %s 2.45 %d CBOE auto seq=%d%n"
              .formatted(i, CALL, 2 + i % 2, 100 + i));
    }
    return out + "10:00:34.900000 quote ACME " + CALL + " 2.40 x 2.50 size=9x8\n";
  }

  /// Legs of 400 contracts, 40 microseconds apart; `J` before the right for June.
  private static String legs(String legs) {
    StringBuilder out = new StringBuilder();
    int micros = 1_000;
    for (String leg : legs.split(",")) {
      String[] words = leg.strip().split(" ");
      String contract =
          words[1].startsWith("J") ? "260618" + words[1].substring(1) : "260220" + words[1];
      out.append(
          "10:00:00.%06d print ACME %s %s 400 CBOE mlet%n".formatted(micros, contract, words[0]));
      micros += 40;
    }
    return out.toString();
  }

  private static Rooms over(String tape) {
    return over(tape, "");
  }

  private static Rooms over(String tape, String nextDay) {
    StringBuilder quoted = new StringBuilder("day 2026-01-16\n");
    quoted.append("10:00:00.000000 bbo ACME 99.99 x 100.01\n");
    for (String expiry : List.of("260220", "260618")) {
      for (String strike : List.of("00095", "00100", "00105", "00110")) {
        for (String right : List.of("C", "P")) {
          quoted.append(
              "10:00:00.000000 quote ACME %s%s%s 2.40 x 2.50 size=900x800%n"
                  .formatted(expiry, right, strike));
        }
      }
    }
    return Rooms.over(quoted + tape + "10:07:40.000000 tick\n10:07:41.000000 tick\n" + nextDay);
  }
}
