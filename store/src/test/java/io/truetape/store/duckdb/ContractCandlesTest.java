package io.truetape.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.market.Chip;
import io.truetape.model.symbol.Contract;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.Condition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractCandlesTest {
  private static final long MINUTE = 60_000_000_000L;
  private final List<ChippedPrint> prints = new ArrayList<>();
  private final DuckStore store;

  ContractCandlesTest(@TempDir Path folder) {
    store = DuckStore.open(StorePlan.in(folder));
    SamplePrints source = new SamplePrints(33);
    for (int i = 1; i <= 6_000; i++) {
      prints.add(source.next(i, i * 200_000_000L));
    }
    DuckStoreTest.feed(store.writer(), prints);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void candlesOfAContractAreWhatAPlainScanOfItsPrintsGives() {
    int compared = 0;
    for (Contract contract : prints.stream().map(ChippedPrint::contract).distinct().toList()) {
      List<CandleClosed> expected = scan(contract, 5 * MINUTE);
      assertThat(store.candles().ofContract(contract, CandleInterval.M5, 0, Long.MAX_VALUE, 10_000))
          .isEqualTo(expected);
      compared += expected.size();
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void theDayIsOneCandleFromMidnightToMidnightInNewYork() {
    Contract contract = prints.getFirst().contract();
    List<CandleClosed> days =
        store.candles().ofContract(contract, CandleInterval.D1, 0, Long.MAX_VALUE, 10);
    assertThat(days).hasSize(1);
    CandleClosed day = days.getFirst();
    long midnight = SamplePrints.OPEN_NANOS - 9 * 3_600_000_000_000L - 30 * MINUTE;
    assertThat(day.startNanos()).isEqualTo(midnight);
    assertThat(day.tsNanos()).isEqualTo(midnight + 86_400_000_000_000L);
    assertThat(day.volume())
        .isEqualTo(scan(contract, MINUTE).stream().mapToLong(CandleClosed::volume).sum());
    assertThat(store.candles().ofContract(contract, CandleInterval.D1, midnight + 1, 1L << 62, 10))
        .isEmpty();
  }

  @Test
  void theLastCandlesAreKeptWhenThereAreMoreThanAskedFor() {
    Contract contract = prints.getFirst().contract();
    List<CandleClosed> all =
        store.candles().ofContract(contract, CandleInterval.M1, 0, Long.MAX_VALUE, 10_000);
    List<CandleClosed> last =
        store.candles().ofContract(contract, CandleInterval.M1, 0, Long.MAX_VALUE, 2);
    assertThat(all.getLast()).isEqualTo(last.getLast());
    assertThat(last).hasSizeLessThanOrEqualTo(2);
  }

  /// The plain meaning. Volumes before the first price are left out.
  private List<CandleClosed> scan(Contract contract, long interval) {
    Condition wanted = Condition.OfContract.of(contract);
    Map<Long, List<ChippedPrint>> buckets = new LinkedHashMap<>();
    for (ChippedPrint p : prints) {
      if (wanted.matches(p) && !Chip.CANCELLED.isIn(p.chips())) {
        long start = p.tsNanos() - p.tsNanos() % interval;
        buckets.computeIfAbsent(start, _ -> new ArrayList<>()).add(p);
      }
    }
    List<CandleClosed> out = new ArrayList<>();
    long last = 0;
    for (Map.Entry<Long, List<ChippedPrint>> bucket : buckets.entrySet()) {
      long open = 0;
      long high = 0;
      long low = Long.MAX_VALUE;
      long volume = 0;
      long paid = 0;
      int trades = 0;
      for (ChippedPrint p : bucket.getValue()) {
        long price = p.print().priceMicros();
        if (p.normalized().condition().countsForVolume()) {
          volume += p.print().size();
          paid += price * p.print().size();
          trades++;
        }
        if (p.normalized().condition().updatesLast()) {
          open = open == 0 ? price : open;
          high = Math.max(high, price);
          low = Math.min(low, price);
          last = price;
        }
      }
      if (open == 0 && (last == 0 || volume == 0)) {
        continue;
      }
      long vwap = volume == 0 ? 0 : Math.round((double) paid / volume);
      out.add(
          new CandleClosed(
              bucket.getKey() + interval,
              0,
              io.truetape.model.symbol.Osi.unpadded(contract),
              CandleInterval.M5,
              bucket.getKey(),
              open == 0 ? last : open,
              open == 0 ? last : high,
              open == 0 ? last : low,
              last,
              volume,
              vwap,
              trades,
              0,
              0));
    }
    return out;
  }
}
