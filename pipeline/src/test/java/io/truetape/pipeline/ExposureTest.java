package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExpiryBucket;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.market.Greeks;
import io.truetape.pipeline.math.Black76;
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

  private static BucketExposure last(String tape) {
    return Rooms.over(tape).all(ExposureComputed.class).getLast().buckets().getLast();
  }
}
