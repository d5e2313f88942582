package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.market.Sentiment;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Profiles, classifiers and alerts on tapes.
class MeaningTest {
  private static final String QUOTED =
      """
      day 2026-01-16
      10:00:00.000000 bbo ACME 99.99 x 100.01
      10:00:00.000000 oi ACME 260220C00105 100 asof=2026-01-15
      10:00:00.000000 oi ACME 260220P00095 50000 asof=2026-01-15
      10:00:00.000000 oi ACME 260116C00100 5000 asof=2026-01-15
      10:00:00.000000 quote ACME 260220C00105 2.40 x 2.50 size=900x800
      10:00:00.000000 quote ACME 260220P00095 2.40 x 2.50 size=900x800
      10:00:00.000000 quote ACME 260116C00100 2.40 x 2.50 size=900x800
      """;
  private static final String SWEEP =
      """
      10:00:00.001000 print ACME 260220C00105 2.50 300 CBOE isoi seq=1
      10:00:00.002000 print ACME 260220C00105 2.50 300 ISE isoi seq=2
      10:00:00.003000 print ACME 260220C00105 2.50 300 PHLX isoi seq=3
      10:00:00.004000 print ACME 260220C00105 2.50 300 ARCA isoi seq=4
      10:00:00.005000 print ACME 260220C00105 2.50 300 MIAX isoi seq=5
      """;

  @Test
  void aCallSweepIsDirectionalAccumulationAndBullish() {
    SmartMoneyEvent e = last(rooms(SWEEP).all(SmartMoneyEvent.class));

    assertThat(e.primary()).isEqualTo(Profile.INSTITUTIONAL_DIRECTIONAL);
    assertThat(e.direction()).isEqualTo(Sentiment.BULLISH);
    assertThat(e.features().premiumMicros()).isEqualTo(375_000_000_000L);
    assertThat(e.scores()).hasSize(6);
    assertThat(e.closed()).isTrue();
    assertThat(e.prints()).hasSize(5);
  }

  @Test
  void reasonsAreGivenOnlyWhenTheirConditionHeld() {
    SmartMoneyEvent e = last(rooms(SWEEP).all(SmartMoneyEvent.class));

    assertThat(e.scores().getFirst().reasons())
        .extracting("code")
        .contains("large_parent_event", "directional_aggressor_mix")
        .doesNotContain("event_guard", "premium_sold_guard");
  }

  @Test
  void flowInsideTheSpreadOfNoSideAbstainsWithReasons() {
    SmartMoneyEvent e =
        last(
            rooms("10:00:00.001000 print ACME 260220C00105 2.45 700 CBOE auto\n")
                .all(SmartMoneyEvent.class));

    assertThat(e.primary()).isEqualTo(Profile.UNCLEAR);
    assertThat(e.abstentions()).isNotEmpty();
    assertThat(e.suppressed()).extracting("code").contains("inside_the_market");
  }

  @Test
  void withdrawnPrintsLeaveNothingToRead() {
    String cancels =
        """
        10:00:05.000000 print ACME 260220C00105 2.50 300 CBOE canc seq=1
        10:00:05.000000 print ACME 260220C00105 2.50 300 ISE canc seq=2
        10:00:05.000000 print ACME 260220C00105 2.50 300 PHLX canc seq=3
        10:00:05.000000 print ACME 260220C00105 2.50 300 ARCA canc seq=4
        10:00:05.000000 print ACME 260220C00105 2.50 300 MIAX canc seq=5
        """;
    Rooms rooms = rooms(SWEEP + "10:00:04.000000 tick\n" + cancels);
    AlertChanged alert = last(rooms.all(AlertChanged.class));

    assertThat(last(rooms.all(SmartMoneyEvent.class)).abstentions()).contains(Abstention.WITHDRAWN);
    assertThat(last(rooms.all(ClassifierHits.class)).hits()).isEmpty();
    assertThat(alert.change()).isEqualTo(AlertChange.RESOLVED);
    assertThat(alert.reason()).contains("taken back");
    assertThat(alert.score().total()).isZero();
  }

  @Test
  void everyConditionOfAHitIsKeptWithValueAndThreshold() {
    ClassifierHit sweep = hit(rooms(SWEEP), Classifier.LARGE_BULLISH_CALL_SWEEP);

    assertThat(sweep.direction()).isEqualTo(Sentiment.BULLISH);
    assertThat(sweep.conditions())
        .filteredOn(c -> c.name().equals("premium"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.measured()).isEqualTo(375_000);
              assertThat(c.threshold()).isEqualTo(100_000);
              assertThat(c.passed()).isTrue();
            });
    assertThat(sweep.conditions().stream().filter(Condition::required).allMatch(Condition::passed))
        .isTrue();
    assertThat(sweep.confidence()).isCloseTo(0.95, Offset.offset(1e-9));
  }

  @Test
  void aSaleClassifierNeedsSales() {
    String sale = SWEEP.replace("C00105 2.50", "P00095 2.40").replace("isoi", "auto");
    String mid = sale.replace("2.40", "2.45");

    assertThat(hit(rooms(sale), Classifier.LARGE_PUT_SELL).direction())
        .isEqualTo(Sentiment.BULLISH);
    assertThat(classifiers(rooms(mid))).doesNotContain(Classifier.LARGE_PUT_SELL);
  }

  @Test
  void trueZeroDteIsDteNought() {
    String punch = SWEEP.replace("260220C00105", "260116C00100");

    assertThat(classifiers(rooms(punch))).contains(Classifier.ZERO_DTE_GAMMA_PUNCH);
    assertThat(classifiers(rooms(SWEEP))).doesNotContain(Classifier.ZERO_DTE_GAMMA_PUNCH);
  }

  @Test
  void withoutAnUnderlyingFeedWhatNeedsSpotSaysNothing() {
    String punch = QUOTED.replaceAll("(?m)^.*bbo.*\n", "");
    Rooms rooms = Rooms.over(punch + SWEEP.replace("260220C00105", "260116C00100") + after());

    assertThat(classifiers(rooms))
        .contains(Classifier.LARGE_BULLISH_CALL_SWEEP)
        .doesNotContain(Classifier.ZERO_DTE_GAMMA_PUNCH);
  }

  @Test
  void withoutOpenInterestNothingIsSaidOfOpeningOrClosing() {
    Rooms without = Rooms.over(QUOTED.replaceAll("(?m)^.* oi .*\n", "") + SWEEP + after());

    assertThat(classifiers(rooms(SWEEP))).contains(Classifier.NEW_POSITION_LIKELY);
    assertThat(classifiers(without)).doesNotContain(Classifier.NEW_POSITION_LIKELY);
  }

  @Test
  void theNextOpenInterestJudgesTheReading() {
    String morning = "day 2026-01-20\n09:00:00.000000 oi ACME 260220C00105 1500 asof=2026-01-16\n";
    OpenShareVerdict verdict =
        last(Rooms.over(QUOTED + SWEEP + after() + morning).all(OpenShareVerdict.class));

    assertThat(verdict.classifier()).isEqualTo(Classifier.NEW_POSITION_LIKELY);
    assertThat(verdict.openShare()).isCloseTo((1_500 + 1_400) / 3_000.0, Offset.offset(1e-9));
    assertThat(verdict.confirmed()).isTrue();
  }

  @Test
  void anUnderlyingThatDoesNotFollowIsSaidAfterFiveMinutes() {
    String quiet =
        """
        10:04:59.000000 bbo ACME 99.98 x 100.00
        10:04:59.500000 print ACME 260116C00100 2.45 1 CBOE auto
        10:05:10.000000 tick
        """;
    assertThat(classifiers(rooms(SWEEP + quiet))).contains(Classifier.NO_FOLLOW_THROUGH);
    assertThat(classifiers(rooms(SWEEP + quiet.replace("99.98 x 100.00", "100.48 x 100.50"))))
        .doesNotContain(Classifier.NO_FOLLOW_THROUGH);
  }

  @Test
  void thePartsOfAScoreSumToIt() {
    AlertChanged alert = rooms(SWEEP).all(AlertChanged.class).getFirst();

    assertThat(alert.change()).isEqualTo(AlertChange.OPENED);
    double sum =
        alert.score().premium()
            + alert.score().side()
            + alert.score().unusualness()
            + alert.score().structure()
            + alert.score().classifier()
            - alert.score().noise();
    assertThat(alert.score().total()).isCloseTo(sum, Offset.offset(1e-9));
    assertThat(alert.why()).startsWith("Looks like");
    assertThat(alert.nearest()).isNotEmpty();
  }

  @Test
  void anotherHitWithinTheCooldownUpdatesInsteadOfFiringAgain() {
    String again = SWEEP.replace("10:00:00", "10:03:00").replaceAll("seq=", "seq=1");
    String quote = "10:03:00.000000 quote ACME 260220C00105 2.40 x 2.50 size=900x800\n";
    List<AlertChanged> alerts =
        rooms(SWEEP + quote + again + "10:03:05.000000 tick\n").all(AlertChanged.class);

    assertThat(alerts.stream().filter(a -> a.change() == AlertChange.OPENED)).hasSize(1);
    AlertChanged update = last(alerts.stream().filter(a -> a.count() == 2).toList());
    assertThat(update.change()).isIn(AlertChange.UPDATED, AlertChange.ESCALATED);
    assertThat(update.premiumMicros()).isEqualTo(750_000_000_000L);
    assertThat(update.alertSeq()).isEqualTo(alerts.getFirst().alertSeq());
  }

  @Test
  void halfAnHourOfQuietResolvesIt() {
    AlertChanged end = last(rooms(SWEEP + "10:31:00.000000 tick\n").all(AlertChanged.class));

    assertThat(end.change()).isEqualTo(AlertChange.RESOLVED);
    assertThat(end.reason()).contains("quiet");
  }

  @Test
  void aStaleFeedSuppressesAndSaysWhy() {
    Rooms rooms = rooms("10:00:00.000500 feed stale quiet\n" + SWEEP);
    AlertChanged alert = rooms.all(AlertChanged.class).getFirst();

    assertThat(alert.change()).isEqualTo(AlertChange.SUPPRESSED);
    assertThat(alert.reason()).contains("stale");
  }

  @Test
  void aSilentFeedSuppressesUntilItSpeaksAgain() {
    Rooms silent = rooms("10:00:00.000500 silence tape on 2000000000\n" + SWEEP);
    AlertChanged alert = silent.all(AlertChanged.class).getFirst();

    assertThat(alert.change()).isEqualTo(AlertChange.SUPPRESSED);
    assertThat(alert.reason()).contains("silent");

    Rooms again =
        rooms(
            "10:00:00.000500 silence tape on 2000000000\n"
                + "10:00:00.000600 silence tape off 2100000000\n"
                + SWEEP);
    assertThat(again.all(AlertChanged.class).getFirst().change()).isEqualTo(AlertChange.OPENED);
  }

  @Test
  void aUsersRuleFiresOnWhatItWatchesAndABadOneIsNotTaken() {
    String rule =
        "09:59:59.000000 user-rule mine on"
            + " \"on=packet&cluster=sweep&minPremium=300000\" owner=me\n";
    String bad = "09:59:59.000000 user-rule broken on \"on=packet&minColour=3\" owner=me\n";
    List<AlertChanged> alerts =
        rooms(rule + bad + SWEEP).all(AlertChanged.class).stream()
            .filter(a -> !a.rule().equals("standard"))
            .toList();

    assertThat(alerts).extracting(AlertChanged::rule).containsExactly("mine");
    assertThat(alerts.getFirst().evidence().getFirst().kind()).isEqualTo("packet");
  }

  private static List<Classifier> classifiers(Rooms rooms) {
    return rooms.all(ClassifierHits.class).stream()
        .flatMap(h -> h.hits().stream())
        .map(ClassifierHit::classifier)
        .distinct()
        .toList();
  }

  private static ClassifierHit hit(Rooms rooms, Classifier which) {
    return rooms.all(ClassifierHits.class).stream()
        .flatMap(h -> h.hits().stream())
        .filter(h -> h.classifier() == which)
        .findFirst()
        .orElseThrow();
  }

  private static Rooms rooms(String tape) {
    return Rooms.over(QUOTED + tape + after());
  }

  private static String after() {
    return "10:00:40.000000 tick\n10:00:41.000000 tick\n";
  }

  private static <T> T last(List<T> all) {
    assertThat(all).isNotEmpty();
    return all.getLast();
  }
}
