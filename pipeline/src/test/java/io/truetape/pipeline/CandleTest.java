package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleTest {
  private static final String MORNING =
      """
      day 2026-01-16
      10:00:00.100000 stock SPY 600.00 100 XNAS
      10:00:00.200000 stock SPY 600.50 200 TRF
      10:00:00.900000 stock SPY 599.50 100 XNAS
      10:00:00.950000 stock SPY 650.00 50 XNAS cond=I
      10:00:00.960000 stock SPY 640.00 300 TRF cond=W
      10:00:01.300000 stock SPY 600.25 10 XNAS
      """;

  @Test
  void onlyEligiblePrintsMoveThePriceAndAllCountForVolume() {
    CandleClosed first = candles(MORNING + "10:00:03.000000 tick\n", CandleInterval.S1).getFirst();
    assertThat(first.openMicros()).isEqualTo(600_000_000L);
    assertThat(first.highMicros()).isEqualTo(600_500_000L);
    assertThat(first.lowMicros()).isEqualTo(599_500_000L);
    assertThat(first.closeMicros()).isEqualTo(599_500_000L);
    assertThat(first.volume()).isEqualTo(750);
    assertThat(first.offExchangeVolume()).isEqualTo(500);
    assertThat(first.trades()).isEqualTo(5);
    assertThat(first.vwapMicros()).isEqualTo(619_400_000L);
  }

  @Test
  void aQuietMarketStillClosesByTick() {
    assertThat(candles(MORNING, CandleInterval.M1)).isEmpty();
    assertThat(candles(MORNING + "10:00:59.000000 tick\n", CandleInterval.M1)).isEmpty();
    assertThat(candles(MORNING + "10:01:00.100000 tick\n", CandleInterval.M1)).hasSize(1);
  }

  @Test
  void theNextPrintClosesTheCandleBeforeIt() {
    List<CandleClosed> candles =
        candles(
            MORNING + "10:05:00.000000 stock SPY 601 1 XNAS\n10:05:00.500000 tick\n",
            CandleInterval.M5);
    assertThat(candles).hasSize(1);
    assertThat(candles.getFirst().closeMicros()).isEqualTo(600_250_000L);
  }

  @Test
  void aLatePrintRevisesAClosedCandle() {
    List<CandleClosed> candles =
        candles(
            MORNING
                + "10:00:04.000000 tick\n"
                + "10:00:00.500000 stock SPY 600.10 40 XNAS cond=Z\n",
            CandleInterval.S1);
    assertThat(candles.getLast().revision()).isEqualTo(1);
    assertThat(candles.getLast().volume()).isEqualTo(790);
    assertThat(candles.getLast().closeMicros()).isEqualTo(599_500_000L);
  }

  @Test
  void printsOutsideRegularHoursFormNoCandle() {
    String early =
        """
        day 2026-01-16
        08:00:00.100000 stock SPY 600.00 100 XNAS cond=T
        08:00:10.000000 tick
        """;
    assertThat(candles(early, CandleInterval.S1)).isEmpty();
  }

  @Test
  void anIndexFormsCandlesFromItsLevels() {
    String tape =
        """
        day 2026-01-16
        10:00:00.100000 index SPX 6900.10
        10:00:00.600000 index SPX 6901.00
        10:00:01.100000 index SPX 6899.00
        10:00:03.000000 tick
        """;
    CandleClosed first = candles(tape, CandleInterval.S1).getFirst();
    assertThat(first.highMicros()).isEqualTo(6_901_000_000L);
    assertThat(first.volume()).isZero();
  }

  private static List<CandleClosed> candles(String tape, CandleInterval interval) {
    return Rooms.over(tape).all(CandleClosed.class).stream()
        .filter(c -> c.interval() == interval)
        .toList();
  }
}
