package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Packages in, structures out. Every contract is quoted 4.00 x 4.20; a leg bought prints at 4.18, a
/// leg sold at 4.02.
class StructuresTest {
  private static final String NEAR = "260116";
  private static final String FAR = "260220";

  @ParameterizedTest
  @CsvSource({
    "CALL_VERTICAL, mlet, '+1 near C600, -1 near C605', BULLISH",
    "CALL_VERTICAL, mlat, '-1 near C600, +1 near C605', BEARISH",
    "PUT_VERTICAL, mlet, '+1 near P600, -1 near P595', BEARISH",
    "PUT_VERTICAL, mlft, '-1 near P600, +1 near P595', BULLISH",
    "STRADDLE, mlet, '+1 near C600, +1 near P600', NEUTRAL",
    "STRANGLE, mlet, '-1 near C610, -1 near P590', NEUTRAL",
    "RISK_REVERSAL, mlet, '+1 near C610, -1 near P590', BULLISH",
    "RISK_REVERSAL, mesl, '-1 near C610, +1 near P590', BEARISH",
    "COMBO, mlet, '+1 near C600, -1 near P600', BULLISH",
    "CALENDAR, mlet, '-1 far0 C600, +1 far C600', NEUTRAL",
    "ROLL_OUT, mlet, '-1 near C600, +1 far C600', NEUTRAL",
    "ROLL_UP, mlet, '-1 near C600, +1 far C605', NEUTRAL",
    "ROLL_DOWN, mlet, '-1 near P600, +1 far P595', NEUTRAL",
    "DIAGONAL, mlet, '-1 late C600, +1 later C605', NEUTRAL",
    "BUTTERFLY, mlet, '+1 near C595, -2 near C600, +1 near C605', NEUTRAL",
    "IRON_FLY, mlet, '-1 near C600, +1 near C605, +1 near P595, -1 near P600', NEUTRAL",
    "CONDOR, mlet, '+1 near C590, -1 near C595, -1 near C600, +1 near C605', NEUTRAL",
    "IRON_CONDOR, mlet, '-1 near C605, +1 near C610, +1 near P590, -1 near P595', NEUTRAL",
    "RATIO_SPREAD, mlet, '+1 near C600, -2 near C605', BEARISH",
    "BACK_SPREAD, mlet, '-1 near C600, +2 near C605', BULLISH",
    "BOX, mlct, '+1 near C595, -1 near C605, -1 near P595, +1 near P605', NEUTRAL",
    "JELLY_ROLL, mlet, '-1 near C600, +1 near P600, +1 far C600, -1 far P600', NEUTRAL",
    "STRIP, mlet, '+1 near C600, +2 near P600', BEARISH",
    "STRAP, mlet, '+2 near C600, +1 near P600', BULLISH",
    "LADDER, mlet, '+1 near C600, +1 near C605, +1 near C610', BULLISH",
    "CONVERSION, tlet, '-1 near C600, +1 near P600', NEUTRAL",
    "REVERSAL, tlet, '+1 near C600, -1 near P600', NEUTRAL",
    "COLLAR, tlft, '-1 near C610, +1 near P590', NEUTRAL",
    "COVERED_CALL, tlet, '-1 near C610', NEUTRAL",
    "PUT_WRITE, tlet, '-1 near P590', NEUTRAL",
  })
  void everyStructureIsRecognisedByItsCodedLegs(
      StructureType type, String code, String legs, Sentiment direction) {
    List<StructureFound> found = over(legs, code, 10).all(StructureFound.class);

    assertThat(found).hasSize(1);
    StructureFound s = found.getFirst();
    assertThat(s.type()).isEqualTo(type);
    assertThat(s.mode()).isEqualTo(StructureMode.CODED);
    assertThat(s.direction()).isEqualTo(direction);
    assertThat(s.prints()).hasSize(legs.split(",").length);
    assertThat(s.score()).isBetween(0.55, 1.0);
    assertThat(s.units()).isEqualTo(10);
  }

  @Test
  void thePackageSideIsTheQuoteRuleOnTheNet() {
    StructureFound bought =
        over("+1 near C600, -1 near C605", "mlet", 10).all(StructureFound.class).getFirst();

    assertThat(bought.hasNet()).isTrue();
    assertThat(bought.netBidMicros()).isEqualTo(-200_000);
    assertThat(bought.netAskMicros()).isEqualTo(200_000);
    assertThat(bought.netMicros()).isEqualTo(160_000);
    assertThat(bought.side()).isEqualTo(Side.BUY);
    assertThat(bought.pBuy()).isEqualTo(0.6);
  }

  @Test
  void aLegIsInNoPacketAndALoneLegCarriesNoSide() {
    Rooms claimed = over("+1 near C600, -1 near C605", "mlet", 10);
    Rooms alone = over("+1 near C600", "mlet", 10);

    assertThat(claimed.all(FlowPacket.class)).isEmpty();
    FlowPacket packet = alone.all(FlowPacket.class).getFirst();
    assertThat(packet.legs()).isTrue();
    assertThat(packet.clusters()).isEmpty();
    assertThat(packet.quotes().buySize() + packet.quotes().sellSize()).isZero();
  }

  @Test
  void theSamePackageSeveralTimesIsOneStructureOfMoreUnits() {
    StringBuilder tape = new StringBuilder(quotes());
    for (int i = 0; i < 3; i++) {
      tape.append("10:00:00.00%d100 print SPY 260116C00600 4.18 10 CBOE mlet%n".formatted(i + 1));
      tape.append("10:00:00.00%d140 print SPY 260116C00605 4.02 10 CBOE mlet%n".formatted(i + 1));
    }
    List<StructureFound> found = Rooms.over(tape + after()).all(StructureFound.class);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().units()).isEqualTo(30);
    assertThat(found.getFirst().prints()).hasSize(6);
  }

  @Test
  void aCancelledLegWithdrawsTheStructure() {
    String tape =
        quotes()
            + """
            10:00:00.001000 print SPY 260116C00600 4.18 10 CBOE mlet seq=1
            10:00:00.001040 print SPY 260116C00605 4.02 10 CBOE mlet seq=2
            10:00:01.000000 tick
            10:00:02.000000 print SPY 260116C00600 4.18 10 CBOE cncl seq=1
            """
            + after();
    List<StructureFound> found = Rooms.over(tape).all(StructureFound.class);

    assertThat(found).hasSize(2);
    assertThat(found.getLast().revision()).isEqualTo(1);
    assertThat(found.getLast().isWithdrawn()).isTrue();
    assertThat(found.getLast().structureSeq()).isEqualTo(found.getFirst().structureSeq());
  }

  @Test
  void withoutCodesTheBadgeSaysSo() {
    Rooms rooms = over("+1 near C600, -1 near C605", "none", 50);

    assertThat(rooms.all(StructureFound.class))
        .singleElement()
        .satisfies(s -> assertThat(s.mode()).isEqualTo(StructureMode.OFF));
  }

  @Test
  void whereTheFeedHasCodesALegWithoutOneIsInferredAndSaysSo() {
    String legs =
        """
        10:00:00.001000 print SPY 260116C00600 4.18 50 CBOE auto
        10:00:00.001040 print SPY 260116C00605 4.03 50 CBOE auto
        """;
    StructureFound found =
        Rooms.over(quotes() + legs + after()).all(StructureFound.class).getFirst();

    assertThat(found.mode()).isEqualTo(StructureMode.INFERRED);
    assertThat(found.score()).isLessThan(coded(20, "").score());
  }

  @Test
  void codedLegsWithinAQuarterSecondAreOnePackageAndLaterOnesAreNot() {
    assertThat(coded(200_000, "").type()).isEqualTo(StructureType.CALL_VERTICAL);
    assertThat(coded(200_000, "").score()).isLessThan(coded(20, "").score());
    assertThat(pair(260_000, "")).isEmpty();
  }

  @Test
  void anUncodedPrintOfALegOnItsSideMakesThePackageLessSure() {
    String same = "10:00:00.001500 print SPY 260116C00600 4.18 40 CBOE auto\n";
    String other = same.replace("4.18", "4.02");

    assertThat(coded(20, "").score() - coded(20, same).score())
        .isCloseTo(0.15, Offset.offset(1e-9));
    assertThat(coded(20, other).score()).isEqualTo(coded(20, "").score());
  }

  @Test
  void aContractIsInOnePackageOnceAndInNoPacket() {
    String again = "10:00:00.001060 print SPY 260116C00600 4.18 10 CBOE mlet\n";
    List<StructureFound> found = pair(20, again);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().legs())
        .extracting(StructureLeg::contractId)
        .doesNotHaveDuplicates();
    assertThat(found.getFirst().prints()).hasSize(2);
  }

  @Test
  void twoExpiriesBoughtTogetherAreNoRoll() {
    StructureFound found =
        over("+1 near C600, +1 far C605", "mlet", 10).all(StructureFound.class).getFirst();

    assertThat(found.type()).isEqualTo(StructureType.OTHER);
  }

  private static StructureFound coded(int microsApart, String more) {
    return pair(microsApart, more).getFirst();
  }

  /// A coded call vertical whose second leg came `microsApart` after the first, and another print.
  private static List<StructureFound> pair(int microsApart, String more) {
    String first = "10:00:00.001000 print SPY 260116C00600 4.18 10 CBOE mlet\n";
    String second =
        "10:00:00.%06d print SPY 260116C00605 4.02 10 CBOE mlet\n".formatted(1_000 + microsApart);
    return Rooms.over(quotes() + first + second + more + after()).all(StructureFound.class);
  }

  @ParameterizedTest
  @CsvSource({"auto", "none"})
  void unrelatedFlowIsHardlyEverReadAsAPackage(String code) {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder tape = new StringBuilder(quotes());
    String[] venues = {"CBOE", "ISE", "PHLX", "ARCA", "AMEX", "BOX", "MIAX"};
    int prints = 4_000;
    for (int i = 0; i < prints; i++) {
      long micros = i * 2_500L + random.nextInt(2_000);
      double price = random.nextBoolean() ? 4.20 : random.nextBoolean() ? 4.00 : 4.10;
      int strike = 590 + 5 * random.nextInt(5);
      int size = 1 + (int) (30 * Math.pow(random.nextDouble(), 2));
      tape.append(
          "10:00:%02d.%06d print SPY 260116%s%05d %.2f %d %s %s%n"
              .formatted(
                  micros / 1_000_000,
                  micros % 1_000_000,
                  random.nextBoolean() ? "C" : "P",
                  strike,
                  price,
                  size,
                  venues[random.nextInt(venues.length)],
                  code));
    }
    List<StructureFound> found =
        Rooms.over(tape + "10:01:00.000000 tick\n").all(StructureFound.class);
    long claimed = found.stream().mapToLong(s -> s.prints().size()).sum();

    assertThat((double) claimed / prints).isLessThanOrEqualTo(0.02);
  }

  private static Rooms over(String legs, String code, int units) {
    StringBuilder tape = new StringBuilder(quotes());
    int micros = 1_000;
    for (String leg : legs.split(",")) {
      String[] words = leg.strip().split(" ");
      int ratio = Integer.parseInt(words[0]);
      String price = ratio > 0 ? "4.18" : "4.02";
      tape.append(
          "10:00:00.%06d print SPY %s %s %d CBOE %s%n"
              .formatted(
                  micros, contract(words[1], words[2]), price, units * Math.abs(ratio), code));
      micros += 40;
    }
    return Rooms.over(tape + after());
  }

  private static String after() {
    return "10:00:03.000000 tick\n10:00:05.000000 tick\n";
  }

  private static String quotes() {
    StringBuilder out = new StringBuilder("day 2026-01-16\n");
    out.append("10:00:00.000000 bbo SPY 599.99 x 600.01\n");
    for (String expiry : List.of(NEAR, "260123", FAR, "260417", "260618")) {
      for (int strike = 590; strike <= 610; strike += 5) {
        for (String right : List.of("C", "P")) {
          out.append(
              "10:00:00.000000 quote SPY %s%s%05d 4.00 x 4.20 size=100x100%n"
                  .formatted(expiry, right, strike));
        }
      }
    }
    return out.toString();
  }

  private static String contract(String when, String rightAndStrike) {
    String expiry =
        switch (when) {
          case "near" -> NEAR;
          case "far0" -> "260123";
          case "far" -> FAR;
          case "late" -> "260417";
          case "later" -> "260618";
          default -> throw new IllegalArgumentException(when);
        };
    int strike = Integer.parseInt(rightAndStrike.substring(1));
    return expiry + rightAndStrike.charAt(0) + "%05d".formatted(strike);
  }
}
