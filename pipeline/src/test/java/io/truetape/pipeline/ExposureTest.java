package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExpiryBucket;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.market.Greeks;
import io.truetape.pipeline.exposure.ExposureRules;
import io.truetape.pipeline.math.Black76;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final String CHAIN =
      """
      day 2026-01-16
      09:00:00.000000 oi SPXW 260123C06000 1000 asof=2026-01-15
      09:00:00.000000 oi SPXW 260123P05900 3000 asof=2026-01-15
      09:00:00.000000 oi SPXW 260320C06200 500 asof=2026-01-15
      10:00:00.000000 index SPX 6000
      10:00:00.000000 quote SPXW 260123C06000 40.0 x 40.2
      10:00:00.000000 quote SPXW 260123P05900 20.0 x 20.2
      """;

  @Test
  void gammaDeltaVannaAndCharmAreDollarsOfTheModelTheirNameSays() {
    Rooms rooms = Rooms.over(CHAIN + "10:00:00.500000 tick\n10:00:02.000000 tick\n");
    ExposureComputed computed = rooms.all(ExposureComputed.class).getLast();
    BucketExposure week = computed.buckets().get(ExpiryBucket.WEEK.ordinal());
    double spot = 6_000;
    double gex = 0;
    double shorts = 0;
    double dex = 0;
    double vex = 0;
    double chex = 0;
    for (ContractPriced p : rooms.all(ContractPriced.class)) {
      long interest = p.contract().isCall() ? 1_000 : 3_000;
      int sign = p.contract().isCall() ? 1 : -1;
      Greeks g = p.greeks();
      gex += sign * g.gamma() * interest * 100 * spot * spot * 0.01;
      shorts -= g.gamma() * interest * 100 * spot * spot * 0.01;
      dex += sign * g.delta() * interest * 100 * spot;
      vex += sign * g.vanna() * interest * 100 * spot * 0.01;
      chex += sign * g.charm() * interest * 100 * spot / 365;
    }
    assertThat(week.naive().gex()).isCloseTo(gex, offset(Math.abs(gex) * 1e-4));
    assertThat(week.allShort().gex()).isCloseTo(shorts, offset(Math.abs(shorts) * 1e-4));
    assertThat(week.naive().dex()).isCloseTo(dex, offset(Math.abs(dex) * 1e-4));
    assertThat(week.naive().vex()).isCloseTo(vex, offset(Math.abs(vex) * 1e-3));
    assertThat(week.naive().chex()).isCloseTo(chex, offset(Math.abs(chex) * 1e-3));
    assertThat(week.flow()).isEqualTo(week.naive());
    assertThat(week.flowBand()).isZero();
  }

  @Test
  void coverageSaysHowMuchInterestCouldBePriced() {
    ExposureComputed computed =
        Rooms.over(CHAIN + "10:00:00.500000 tick\n").all(ExposureComputed.class).getLast();
    BucketExposure all = computed.buckets().getLast();
    assertThat(all.openInterest()).isEqualTo(4_500);
    assertThat(all.pricedInterest()).isEqualTo(4_000);
    assertThat(all.priced()).isEqualTo(2);
    assertThat(computed.buckets().getFirst().isResolved()).isFalse();
    assertThat(computed.callWallMicros()).isEqualTo(6_000_000_000L);
    assertThat(computed.putWallMicros()).isEqualTo(5_900_000_000L);
  }

  @Test
  void boughtCallsMakeDealersShorterAndACancelTakesThatBack() {
    String prints =
        CHAIN
            + "10:00:00.001000 print SPXW 260123C06000 40.2 400 CBOE auto seq=9\n"
            + "10:00:00.500000 tick\n10:00:02.000000 tick\n";
    BucketExposure after = last(prints);
    double perContract = after.allShort().gex() - after.naive().gex();
    assertThat(after.flow().gex()).isLessThan(after.naive().gex());
    assertThat(after.flowBand()).isPositive();
    assertThat(perContract).isNegative();
    String cancelled =
        prints
            + "10:00:03.000000 print SPXW 260123C06000 40.2 400 CBOE canc seq=9\n"
            + "10:00:04.000000 tick\n10:00:06.000000 tick\n";
    BucketExposure back = last(cancelled);
    assertThat(back.flow().gex()).isCloseTo(back.naive().gex(), offset(1e-3));
  }

  @Test
  void zeroGammaIsWhereTheRepricedSumVanishes() {
    Rooms rooms = Rooms.over(CHAIN.replace(" 3000 ", " 1000 ") + "10:00:00.500000 tick\n");
    ExposureComputed computed = rooms.all(ExposureComputed.class).getLast();
    assertThat(computed.flip().isNaive()).isTrue();
    double at = computed.flip().naive();
    double sum = 0;
    double whole = 0;
    for (ContractPriced p : rooms.all(ContractPriced.class)) {
      double forward = p.forward() * at / p.spot();
      double strike = p.contract().strikeMicros() / 1e6;
      Greeks g =
          Black76.greeks(
              at, forward, strike, p.rate(), p.greeks().iv(), p.years(), p.contract().isCall());
      double gex = g.gamma() * 1_000 * 100 * at * at * 0.01;
      sum += p.contract().isCall() ? gex : -gex;
      whole += gex;
    }
    assertThat(Math.abs(sum / whole)).isLessThan(1e-3);
  }

  @Test
  void zeroGammaOfTheFlowModelIsWhereDealersAfterTheSessionsTradesStandFlat() {
    Rooms rooms =
        Rooms.over(
            CHAIN.replace(" 3000 ", " 1000 ")
                + "10:00:00.001000 print SPXW 260123C06000 40.2 400 CBOE auto seq=9\n"
                + "10:00:00.500000 tick\n");
    ExposureComputed computed = rooms.all(ExposureComputed.class).getLast();
    double pBuy = rooms.all(SidedPrint.class).getLast().pBuy();
    assertThat(computed.flip().isFlow()).isTrue();
    assertThat(computed.flip().flow()).isNotCloseTo(computed.flip().naive(), offset(0.5));
    double calls = 1_000 - (2 * pBuy - 1) * 400;
    assertThat(left(rooms, computed.flip().flow(), 0, calls, -1_000)).isLessThan(1e-3);
  }

  @Test
  void zeroGammaIsProjectedHalfAnHourAnHourAndToTheClose() {
    StringBuilder tape = new StringBuilder(CHAIN.replace(" 3000 ", " 1000 "));
    tape.append("10:00:00.500000 tick\n");
    for (int i = 1; i <= 5; i++) {
      tape.append(
          "10:00:%02d.000000 oi SPXW 260320C06200 %d asof=2026-01-15\n".formatted(3 * i, 500 + i));
      tape.append("10:00:%02d.500000 tick\n".formatted(3 * i));
    }
    Rooms rooms = Rooms.over(tape.toString());
    ExposureComputed computed = rooms.all(ExposureComputed.class).getLast();
    long first = rooms.all(ContractPriced.class).getFirst().tsNanos();
    long minute = 60_000_000_000L;
    long now = computed.tsNanos();
    assertThat(computed.flipTsNanos()).isEqualTo(now);
    long toClose = 6 * 60 * minute - minute - (now - (now / minute) * minute);
    double in30 = computed.flipIn30().naive();
    double in60 = computed.flipIn60().naive();
    double close = computed.flipAtClose().naive();
    assertThat(left(rooms, in30, now - 12_000_000_000L + 30 * minute - first, 1_000, -1_000))
        .isLessThan(1e-3);
    assertThat(left(rooms, in60, now - 6_000_000_000L + 60 * minute - first, 1_000, -1_000))
        .isLessThan(1e-3);
    assertThat(left(rooms, close, now + toClose - first, 1_000, -1_000)).isLessThan(1e-3);
    assertThat(in30).isNotEqualTo(computed.flip().naive());
  }

  @Test
  void exposureIsPublishedAtMostOnceASecondAndNeverAboveTenTimes() {
    StringBuilder tape = new StringBuilder(CHAIN);
    for (int i = 0; i < 40; i++) {
      int millis = 500 + 100 * i;
      String at = "10:00:%02d.%03d".formatted(millis / 1_000, millis % 1_000);
      tape.append(at + "000 oi SPXW 260320C06200 %d asof=2026-01-15\n".formatted(500 + i));
      tape.append(at + "001 tick\n");
    }
    List<ExposureComputed> all = Rooms.over(tape.toString()).all(ExposureComputed.class);
    assertThat(all).hasSize(4);
    ExposureRules hasty = new ExposureRules(1, 1, 60_000_000_000L, 10, 80, 1, 0.05);
    assertThat(hasty.publishNanos()).isEqualTo(100_000_000L);
  }

  @Test
  void greeksOlderThanAMinuteDoNotCount() {
    String news = "10:01:02.000000 oi SPXW 260320C06200 507 asof=2026-01-15\n";
    String tape = CHAIN + "10:00:00.500000 tick\n";
    ExposureComputed old =
        Rooms.over(tape + news + "10:01:02.000000 tick\n").all(ExposureComputed.class).getLast();
    assertThat(old.tsNanos()).isGreaterThan(0);
    BucketExposure all = old.buckets().getLast();
    assertThat(all.isResolved()).isFalse();
    assertThat(all.openInterest()).isEqualTo(4_507);
    assertThat(all.pricedPercent()).isZero();
  }

  /// Gamma left at a spot with time moved on, as a share of the gross.
  private static double left(Rooms rooms, double at, long laterNanos, double calls, double puts) {
    double sum = 0;
    double gross = 0;
    double later = laterNanos / (365 * 86_400e9);
    for (ContractPriced p : rooms.all(ContractPriced.class).subList(0, 2)) {
      double years = p.years() - later;
      double carry = StrictMath.log(p.forward() / p.spot()) / p.years();
      double forward = at * StrictMath.exp(carry * years);
      double strike = p.contract().strikeMicros() / 1e6;
      boolean call = p.contract().isCall();
      double gamma =
          Black76.greeks(at, forward, strike, p.rate(), p.greeks().iv(), years, call).gamma();
      sum += gamma * (call ? calls : puts);
      gross += gamma * Math.abs(call ? calls : puts);
    }
    return Math.abs(sum / gross);
  }

  private static BucketExposure last(String tape) {
    return Rooms.over(tape).all(ExposureComputed.class).getLast().buckets().getLast();
  }
}
