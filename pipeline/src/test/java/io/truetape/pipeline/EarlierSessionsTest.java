package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.market.Right;
import io.truetape.pipeline.table.LogSketch;
import io.truetape.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierSessionsTest {
  private static final String CARRIED =
      """
      day 2026-01-16
      09:00:00.000000 open 2026-01-16 x
      09:00:00.000000 baseline SPY 2026-01-15 sessions=2 prints=40 volume=2000 open-volume=600 \
      open-minutes=12 sizes=8:98,40:2 volumes=114:400,120:1200,192:400 \
      premiums=%d:20,%d:20 contract=SPY/2026-02-20/C/600000000/30:20
      """
          .formatted(bucket(1_000_000_000L), bucket(100_000_000_000L));

  @Test
  void aCarriedBaselineIsFrozenIntoEveryNumber() {
    WindowedPrint print =
        last(CARRIED + "10:02:30.000000 print SPY 260220C00600 1.00 100 CBOE auto\n");
    assertThat(print.symbolPercentile()).isEqualTo(0.5);
    assertThat(print.contractPercentile()).isEqualTo(1.0);
    assertThat(print.hasZ()).isTrue();
    assertThat(print.openBaseline()).isEqualTo(50.0);
    assertThat(print.symbolAdv()).isEqualTo(1_000);
    assertThat(print.sizePercentile99()).isEqualTo(32);
    assertThat(print.timeOfDayVolumeRatio()).isEqualTo(100.0 / (200 + 300));
  }

  @Test
  void todaysPrintsAreAddedButNeverTheOneAskedAbout() {
    StringBuilder tape = new StringBuilder(CARRIED);
    for (int i = 1; i <= 40; i++) {
      tape.append(
          "10:00:%02d.000000 print SPY 260220C00600 100.00 1000 CBOE auto seq=%d\n"
              .formatted(i, i));
    }
    List<WindowedPrint> prints = prints(tape.toString());
    assertThat(prints.getFirst().symbolPercentile()).isEqualTo(1.0);
    assertThat(prints.getLast().symbolPercentile()).isEqualTo((40 + 0.5 * 39) / 79);
    assertThat(prints).extracting(WindowedPrint::sizePercentile99).containsOnly(32L);
    assertThat(prints).extracting(WindowedPrint::symbolAdv).containsOnly(1_000L);
  }

  @Test
  void aLogOfTwoDaysWarmsItself() {
    StringBuilder tape = new StringBuilder("day 2026-01-15\n");
    tape.append("09:00:00.000000 open 2026-01-15 x\n");
    for (int i = 1; i <= 20; i++) {
      tape.append(
          "10:00:%02d.000000 print SPY 260220C00600 1.00 10 CBOE auto seq=%d\n".formatted(i, i));
    }
    tape.append("16:15:00.000000 close 2026-01-15\n");
    String first = tape.toString();
    tape.append("day 2026-01-16\n09:00:00.000000 open 2026-01-16 x\n");
    tape.append("10:00:01.000000 print SPY 260220C00600 1.00 10 CBOE auto seq=1\n");
    assertThat(Rooms.over(first).all(BaselineSummary.class)).hasSize(1);
    WindowedPrint print = last(tape.toString());
    assertThat(print.symbolAdv()).isEqualTo(200);
    assertThat(print.openBaseline()).isEqualTo(200);
    assertThat(print.symbolPercentile()).isEqualTo(0.5);
    assertThat(print.contractPercentile()).isEqualTo(0.5);
  }

  @Test
  void theSummaryHoldsThePrintsReleasedByTheCloseItself() {
    BaselineSummary summary =
        Rooms.over(
                """
                day 2026-01-15
                09:00:00.000000 open 2026-01-15 x
                16:14:59.999000 print SPY 260220C00600 1.00 10 CBOE auto
                16:15:00.000000 close 2026-01-15
                """)
            .all(BaselineSummary.class)
            .getFirst();
    assertThat(summary.session().prints()).isEqualTo(1);
    assertThat(summary.session().volumes()).containsExactly(new BucketCount(194, 10));
  }

  @Test
  void aCancelledPrintIsNotInTheDaysVolume() {
    BaselineSummary summary =
        Rooms.over(
                """
                day 2026-01-15
                09:00:00.000000 open 2026-01-15 x
                10:00:00.000000 print SPY 260220C00600 1.00 10 CBOE auto seq=1
                10:00:01.000000 print SPY 260220C00600 1.00 7 CBOE auto seq=2
                10:00:02.000000 print SPY 260220C00600 1.00 10 CBOE canc seq=1
                16:15:00.000000 close 2026-01-15
                """)
            .all(BaselineSummary.class)
            .getFirst();
    assertThat(summary.session().volume()).isEqualTo(7);
  }

  @Test
  void aQuietSymbolSaysNothingAtTheClose() {
    String quiet =
        "day 2026-01-15\n09:00:00.000000 open 2026-01-15 x\n16:15:00.000000 close 2026-01-15\n";
    assertThat(Rooms.over(quiet).all(BaselineSummary.class)).isEmpty();
  }

  @Test
  void pastTwentySessionsTheOlderOnesFade() {
    Baseline day = day(100, List.of());
    Baseline sum = Baseline.NONE;
    for (int i = 0; i < 20; i++) {
      sum = sum.plus(day, 20_000 + i);
    }
    assertThat(sum.volume()).isEqualTo(2_000);
    assertThat(sum.adv()).isEqualTo(100);
    Baseline more = sum.plus(day(700, List.of()), 20_020);
    assertThat(more.sessions()).isEqualTo(20);
    assertThat(more.adv()).isEqualTo(130);
  }

  @Test
  void laterCountsOfAContractReplaceEarlierOnesAndExpiredOnesGo() {
    ContractBaseline early = contract(20_100, 600, 5);
    ContractBaseline late = contract(20_100, 600, 9);
    ContractBaseline gone = contract(20_001, 600, 7);
    ContractBaseline other = contract(20_100, 601, 1);
    Baseline sum = day(1, List.of(gone, early)).plus(day(1, List.of(late, other)), 20_001);
    assertThat(sum.contracts()).containsExactly(late, other);
    List<ContractBaseline> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(contract(20_100, 1_000 + i, 1 + i % 7));
    }
    List<ContractBaseline> kept = day(1, many).plus(Baseline.NONE, 20_001).contracts();
    assertThat(kept)
        .hasSize(Baseline.CONTRACTS)
        .isSortedAccordingTo((a, b) -> Long.compare(a.strikeMicros(), b.strikeMicros()));
    assertThat(kept).filteredOn(c -> c.prints() == 7).hasSize(85);
  }

  @Test
  void theMedianAndItsDeviationAreThoseOfTheSortedPremiums() {
    Property.forAll(
        "median and MAD",
        25,
        gen -> {
          int count = 1 + gen.size() * 3;
          double[] logs = new double[count];
          StringBuilder tape =
              new StringBuilder("day 2026-01-15\n09:00:00.000000 open 2026-01-15 x\n");
          for (int i = 0; i < count; i++) {
            int size = gen.between(1, 5_000);
            logs[i] = StrictMath.log(size * 100.0 * 1_000_000);
            tape.append(
                "10:00:%02d.%06d print SPY 260220C00600 1.00 %d CBOE auto seq=%d\n"
                    .formatted(i / 1_000, i % 1_000, size, i + 1));
          }
          tape.append("16:15:00.000000 close 2026-01-15\n");
          BaselineSummary summary =
              Rooms.over(tape.toString()).all(BaselineSummary.class).getFirst();
          double median = lowerMedian(logs);
          for (int i = 0; i < count; i++) {
            logs[i] = Math.abs(logs[i] - median);
          }
          assertThat(Math.abs(summary.medianLnPremium() - median)).isLessThan(0.07);
          assertThat(Math.abs(summary.madLnPremium() - lowerMedian(logs))).isLessThan(0.14);
        });
  }

  @Test
  void theLowerEdgeIsTheSmallestValueOfItsBucket() {
    LogSketch sketch = new LogSketch(3);
    for (long value = 1; value < 200_000; value++) {
      int bucket = sketch.bucket(value);
      if (value == 1 || sketch.bucket(value - 1) != bucket) {
        assertThat(LogSketch.lowerEdge(bucket, 3)).isEqualTo(value);
      }
    }
  }

  private static double lowerMedian(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  private static Baseline day(long volume, List<ContractBaseline> contracts) {
    return new Baseline(1, 1, volume, 0, 0, 0, List.of(), List.of(), List.of(), contracts);
  }

  private static ContractBaseline contract(int expiry, long strike, long prints) {
    return new ContractBaseline(
        "SPY", Right.CALL, expiry, strike * 1_000_000, List.of(new BucketCount(30, prints)));
  }

  private static int bucket(long value) {
    return new LogSketch(3).bucket(value);
  }

  private static WindowedPrint last(String tape) {
    return prints(tape).getLast();
  }

  private static List<WindowedPrint> prints(String tape) {
    String ticked = tape + "10:59:00.000000 tick\n";
    return Rooms.over(ticked).all(WindowedPrint.class);
  }
}
