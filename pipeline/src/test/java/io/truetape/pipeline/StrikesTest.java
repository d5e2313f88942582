package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.FlowRate;
import io.truetape.model.event.derived.strikes.HeatCell;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.model.market.ExpiryBucket;
import io.truetape.model.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrikesTest {
  /// Call strikes 595 to 606 of today and one further expiry, spot 600.00.
  private static final String LISTED = listed();

  @Test
  void theWindowIsThreeListedStrikesEitherSideOfTheNearest() {
    assertThat(boards(LISTED + "10:00:02.000000 tick\n"))
        .containsExactly("strikes  centre=600.00 spot=600.00 597.00-603.00 rows=7");
  }

  @Test
  void halfWayIsTheHigherStrike() {
    String tape = LISTED.replace("bbo SPY 599.99 x 600.01", "bbo SPY 600.49 x 600.51");
    assertThat(boards(tape + "10:00:02.000000 tick\n").getFirst()).contains("centre=601.00");
    tape = LISTED.replace("bbo SPY 599.99 x 600.01", "bbo SPY 601.49 x 601.51");
    assertThat(boards(tape + "10:00:02.000000 tick\n").getFirst()).contains("centre=602.00");
  }

  @Test
  void theCentreMovesOnlyAQuarterStepBeyondHalfWay() {
    String moved =
        LISTED
            + """
            10:00:02.000000 tick
            10:00:03.000000 bbo SPY 600.73 x 600.75
            10:00:05.000000 tick
            """;
    assertThat(boards(moved)).hasSize(1);
    assertThat(boards(moved + "10:00:06.000000 bbo SPY 600.75 x 600.77\n10:01:09.000000 tick\n"))
        .last()
        .isEqualTo("strikes  centre=601.00 spot=600.76 598.00-604.00 rows=7");
  }

  @Test
  void aSmallMoveWaitsForTheMinute() {
    String drift =
        LISTED
            + """
            10:00:02.000000 tick
            10:00:03.000000 bbo SPY 600.48 x 600.50
            10:00:04.000000 tick
            10:00:05.000000 bbo SPY 600.50 x 600.52
            10:00:06.000000 tick
            10:00:07.000000 bbo SPY 600.79 x 600.81
            10:00:08.000000 tick
            """;
    assertThat(boards(drift)).hasSize(1);
    assertThat(boards(drift + "10:01:06.100000 tick\n").getLast()).contains("centre=601.00");
  }

  @Test
  void theHotZoneIsAddedFromOneBelowToTwoAbove() {
    String hot = LISTED + "10:00:00.500000 command hot-zone SPY 605\n10:00:02.000000 tick\n";
    List<Long> strikes =
        Rooms.over(hot).all(StrikeBoard.class).getFirst().rows().stream()
            .map(r -> r.strikeMicros() / 1_000_000)
            .toList();
    assertThat(strikes).containsExactly(597L, 598L, 599L, 600L, 601L, 602L, 603L, 604L, 605L, 606L);
    assertThat(
            Rooms.over(hot + "10:00:03.000000 command hot-zone SPY off\n10:00:09.000000 tick\n")
                .all(StrikeBoard.class)
                .getLast()
                .rows())
        .hasSize(7);
  }

  @Test
  void rowsAddUpVolumePremiumAndSidesOfTheNearestExpiryOnly() {
    StrikeRow row =
        row(
            LISTED
                + """
                10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:00:01.000000 quote SPY 260116P00600 1.20 x 1.30
                10:00:01.000000 quote SPY 260123C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
                10:00:01.002000 print SPY 260116C00600 1.20 4 CBOE auto
                10:00:01.003000 print SPY 260116P00600 1.30 5 CBOE auto
                10:00:01.004000 print SPY 260116C00600 1.25 7 CBOE mlet
                10:00:01.005000 print SPY 260123C00600 1.30 90 CBOE auto
                10:00:03.000000 tick
                """);
    assertThat(row.callVolume()).isEqualTo(21);
    assertThat(row.putVolume()).isEqualTo(5);
    assertThat(row.callPremiumMicros()).isEqualTo(2_655_000_000L);
    assertThat(row.signedPremiumMicros()).isEqualTo(1_300_000_000L - 480_000_000L - 650_000_000L);
    assertThat(row.weightedPremiumMicros()).isBetween(20_000_000L, 60_000_000L);
    assertThat(row.callLastMicros()).isEqualTo(1_250_000L);
    assertThat(row.callOi()).isEqualTo(40);
    assertThat(row.putOi()).isEqualTo(-1);
    assertThat(row.deltaVolume()).isEqualTo(26);
    assertThat(row.putCallRatio()).isEqualTo(5 / 21.0);
  }

  @Test
  void ratesAreOfWholeBarsAndFallBackToZero() {
    String tape =
        LISTED
            + """
            10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30 size=90x80
            10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:06.000000 tick
            """;
    FlowRate first = row(tape).rates().getFirst();
    assertThat(first.barSeconds()).isEqualTo(5);
    assertThat(first.volumeVelocity()).isEqualTo(2.0);
    assertThat(first.premiumVelocity()).isGreaterThan(0);
    assertThat(first.premiumAcceleration()).isEqualTo(first.premiumVelocity() / 5);
    FlowRate second = row(tape + "10:00:11.000000 tick\n").rates().getFirst();
    assertThat(second.volumeVelocity()).isZero();
    assertThat(second.premiumAcceleration()).isEqualTo(-first.premiumVelocity() / 5);
    assertThat(row(tape + "10:00:31.000000 tick\n").rates().get(1).volumeVelocity())
        .isEqualTo(10 / 30.0);
  }

  @Test
  void aBoardIsPublishedAtMostOncePerSecondAndOnlyWhenItChanged() {
    StringBuilder tape = new StringBuilder(LISTED);
    for (int i = 0; i < 40; i++) {
      int millis = 2_000 + i * 100;
      tape.append(
          "10:00:%02d.%03d000 print SPY 260116C00600 1.25 1 CBOE auto seq=%d\n"
              .formatted(millis / 1_000, millis % 1_000, i + 1));
      tape.append("10:00:%02d.%03d000 tick\n".formatted(millis / 1_000, millis % 1_000 + 50));
    }
    assertThat(boards(tape.toString())).hasSize(4);
    assertThat(boards(tape + "10:00:06.500000 tick\n10:00:07.600000 tick\n")).hasSize(5);
  }

  @Test
  void aMinuteClosesByTickAndNamesItsUnclassifiedShare() {
    String tape =
        LISTED
            + """
            10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
            10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:01.002000 print SPY 260116C00600 1.25 10 CBOE mlet
            10:00:01.003000 print SPY 260123P00600 1.00 10 CBOE auto
            """;
    assertThat(minutes(tape + "10:01:00.000000 tick\n")).isEmpty();
    FlowMinute minute = minutes(tape + "10:01:00.100000 tick\n").getFirst();
    assertThat(minute.prints()).isEqualTo(3);
    assertThat(minute.signedCallMicros()).isEqualTo(1_300_000_000L);
    assertThat(minute.signedPutMicros()).isZero();
    assertThat(minute.unclassifiedShare()).isEqualTo(2_250.0 / 3_550.0);
    assertThat(minute.weightedCallMicros()).isBetween(1L, 1_300_000_000L);
    assertThat(minute.driftSignedMicros()).isEqualTo(1_300_000_000L);
  }

  @Test
  void driftAddsUpAndAPutBoughtPullsItDown() {
    List<FlowMinute> minutes =
        minutes(
            LISTED
                + """
                10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
                10:01:01.000000 quote SPY 260116P00600 1.20 x 1.30
                10:01:01.001000 print SPY 260116P00600 1.30 30 CBOE auto
                10:05:01.000000 tick
                """);
    assertThat(minutes).hasSize(2);
    assertThat(minutes.getLast().signedPutMicros()).isEqualTo(3_900_000_000L);
    assertThat(minutes.getLast().driftSignedMicros()).isEqualTo(1_300_000_000L - 3_900_000_000L);
  }

  @Test
  void aCancelRevisesItsMinuteAndTheDrift() {
    List<FlowMinute> minutes =
        minutes(
            LISTED
                + """
                10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto seq=7
                10:00:01.002000 print SPY 260116C00600 1.30 3 CBOE auto seq=8
                10:02:01.000000 tick
                10:02:02.000000 print SPY 260116C00600 1.30 10 CBOE canc seq=7
                10:02:03.000000 tick
                10:03:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:03:01.001000 print SPY 260116C00600 1.30 1 CBOE auto seq=9
                10:05:01.000000 tick
                """);
    assertThat(minutes).extracting(FlowMinute::revision).containsExactly(0, 1, 0);
    assertThat(minutes.get(1).prints()).isEqualTo(1);
    assertThat(minutes.get(1).signedCallMicros()).isEqualTo(390_000_000L);
    assertThat(minutes.get(1).weightedCallMicros() * 10)
        .isCloseTo(
            minutes.get(0).weightedCallMicros() * 3 * 10 / 13,
            org.assertj.core.data.Offset.offset(20L));
    assertThat(minutes.get(2).driftSignedMicros()).isEqualTo(520_000_000L);
  }

  @Test
  void aCancelOfAForgottenPrintTakesBackItsPremiumOnly() {
    StringBuilder tape = new StringBuilder("day 2026-01-16\n");
    tape.append("10:00:00.000000 print SPY 260123C00600 1.30 10 CBOE auto seq=1\n");
    for (int i = 0; i < 65_536; i++) {
      tape.append(
          "10:00:%02d.%06d print SPY 260123C00%d 1.00 1 CBOE auto seq=%d\n"
              .formatted(1 + i / 4_000, i % 4_000, 601 + i % 300, i + 2));
    }
    tape.append("10:01:01.000000 tick\n");
    tape.append("10:01:02.000000 print SPY 260123C00600 1.30 10 CBOE canc seq=1\n");
    List<FlowMinute> minutes = minutes(tape + "10:01:03.000000 tick\n");
    FlowMinute before = minutes.get(0);
    FlowMinute after = minutes.get(1);
    assertThat(after.callPremiumMicros()).isEqualTo(before.callPremiumMicros() - 1_300_000_000L);
    assertThat(after.unclassifiedMicros()).isEqualTo(before.unclassifiedMicros());
    assertThat(after.prints()).isEqualTo(before.prints() - 1);
  }

  @Test
  void heatIsByStrikeAndExpiryBucketAndSaysWhatItCouldNotHold() {
    HeatCells heat =
        Rooms.over(
                LISTED
                    + """
                    10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                    10:00:01.000000 quote SPY 260123P00601 1.20 x 1.30
                    10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
                    10:00:01.002000 print SPY 260123P00601 1.30 10 CBOE auto
                    10:02:00.000000 tick
                    """)
            .all(HeatCells.class)
            .getFirst();
    assertThat(heat.cells())
        .extracting(HeatCell::bucket)
        .containsExactly(ExpiryBucket.ZERO_DTE, ExpiryBucket.WEEK);
    assertThat(heat.cells())
        .extracting(HeatCell::signedMicros)
        .containsExactly(1_300_000_000L, -1_300_000_000L);
    StringBuilder wide = new StringBuilder("day 2026-01-16\n");
    for (int i = 0; i < 300; i++) {
      wide.append("10:00:01.%06d print SPY 260116C%05d 1.00 1 CBOE auto\n".formatted(i, 400 + i));
    }
    HeatCells full = Rooms.over(wide + "10:02:00.000000 tick\n").all(HeatCells.class).getFirst();
    assertThat(full.cells()).hasSize(256);
    assertThat(full.otherPrints()).isEqualTo(44);
    assertThat(full.otherPremiumMicros()).isEqualTo(4_400_000_000L);
  }

  @Test
  void aNewDayStartsFromNothing() {
    List<FlowMinute> minutes =
        minutes(
            LISTED
                + """
                10:00:01.000000 quote SPY 260123C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260123C00600 1.30 10 CBOE auto
                day 2026-01-20
                10:00:01.000000 quote SPY 260123C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260123C00600 1.30 1 CBOE auto
                10:02:00.000000 tick
                """);
    assertThat(minutes).hasSize(2);
    assertThat(minutes.getLast().driftSignedMicros()).isEqualTo(130_000_000L);
  }

  @Test
  void anIndexTakesItsSpotFromItsLevel() {
    String tape =
        """
        day 2026-01-16
        10:00:00.000000 index SPX 6901.20
        10:00:00.000000 oi SPXW 260116C06895 1 asof=2026-01-15
        10:00:00.000000 oi SPXW 260116C06900 1 asof=2026-01-15
        10:00:00.000000 oi SPXW 260116C06905 1 asof=2026-01-15
        10:00:02.000000 tick
        """;
    assertThat(boards(tape))
        .containsExactly("strikes  centre=6900.00 spot=6901.20 6895.00-6905.00 rows=3");
  }

  @Test
  void deltaAndGammaFlowAreSignedBySideAndWeightedByItsProbability() {
    Rooms rooms =
        Rooms.over(
            LISTED
                + """
                10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:00:01.000000 quote SPY 260116P00600 1.20 x 1.30
                10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
                10:00:01.002000 print SPY 260116P00600 1.20 4 CBOE auto
                10:00:01.003000 print SPY 260116C00600 1.25 7 CBOE mlet
                10:00:03.000000 tick
                """);
    StrikeRow row = at600(rooms);
    List<ChippedPrint> prints = rooms.all(ChippedPrint.class);
    double signed = 0;
    double weighted = 0;
    double gamma = 0;
    for (ChippedPrint p : prints) {
      double shares = p.print().size() * 100.0;
      int sign = p.sided().side() == Side.BUY ? 1 : p.sided().side() == Side.SELL ? -1 : 0;
      double weight = 2 * p.sided().pBuy() - 1;
      signed += sign * p.priced().delta() * shares;
      weighted += weight * p.priced().delta() * shares;
      gamma += weight * p.priced().greeks().gamma() * shares;
    }
    assertThat(row.signedDelta()).isCloseTo(signed, offset(1e-9)).isGreaterThan(500);
    assertThat(row.weightedDelta()).isCloseTo(weighted, offset(1e-9)).isBetween(0.0, signed);
    assertThat(row.weightedGamma()).isCloseTo(gamma, offset(1e-9));
    assertThat(row.deltaVolume()).isEqualTo(21);
  }

  @Test
  void aStrikeShowsTheVolatilityItWasLastPricedAtOrNone() {
    Rooms rooms =
        Rooms.over(
            LISTED
                + """
                10:00:00.500000 tick
                10:00:01.000000 quote SPY 260116C00600 1.20 x 1.30
                10:00:01.001000 print SPY 260116C00600 1.30 10 CBOE auto
                10:00:03.000000 tick
                """);
    double iv = rooms.all(ContractPriced.class).getLast().greeks().iv();
    assertThat(at600(rooms).callIv()).isEqualTo(iv).isPositive();
    assertThat(at600(rooms).putIv()).isEqualTo(-1);
  }

  private static StrikeRow row(String tape) {
    return at600(Rooms.over(tape));
  }

  private static StrikeRow at600(Rooms rooms) {
    return rooms.all(StrikeBoard.class).getLast().rows().stream()
        .filter(r -> r.strikeMicros() == 600_000_000L)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> boards(String tape) {
    return Rooms.over(tape).words(EventKind.STRIKE_BOARD);
  }

  private static List<FlowMinute> minutes(String tape) {
    return Rooms.over(tape).all(FlowMinute.class);
  }

  private static String listed() {
    StringBuilder tape = new StringBuilder("day 2026-01-16\n");
    for (int strike = 595; strike <= 606; strike++) {
      tape.append("10:00:00.000000 oi SPY 260116C%05d 40 asof=2026-01-15\n".formatted(strike));
    }
    return tape.append("10:00:00.000000 bbo SPY 599.99 x 600.01\n").toString();
  }
}
