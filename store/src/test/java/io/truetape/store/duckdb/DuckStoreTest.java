package io.truetape.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.market.Chip;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSummary;
import io.truetape.store.query.StoreFault;
import io.truetape.store.query.StoredPrint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckStoreTest {
  @TempDir Path folder;

  @Test
  void everyFieldComesBackAsItWentIn() {
    List<ChippedPrint> prints = sample(2_000);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), prints);
      for (ChippedPrint print : prints.subList(0, 200)) {
        assertThat(store.prints().byId(print.printSeq()))
            .contains(StoredPrint.fresh(print, print.printSeq() + 5));
      }
      assertThat(store.prints().byId(999_999)).isEmpty();
    }
  }

  @Test
  void feedingAgainFromAnEarlierSeqAddsNothingTwice() {
    List<ChippedPrint> prints = sample(9_000);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), prints.subList(0, 6_000));
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      assertThat(store.writer().resumeSeq()).isEqualTo(6_006);
      feed(store.writer(), prints.subList(2_000, 9_000));
      assertThat(store.prints().summary(FlowFilter.everything()).prints()).isEqualTo(9_000);
    }
  }

  @Test
  void anEntryThatIsNotWholeIsNotCommitted() {
    List<ChippedPrint> prints = sample(3);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      DuckWriter writer = store.writer();
      writer.accept(10, prints.get(0));
      writer.accept(20, prints.get(1));
      writer.accept(20, prints.get(2));
      writer.flush();
      assertThat(writer.committedThrough()).isEqualTo(19);
      assertThat(store.prints().summary(FlowFilter.everything()).prints()).isEqualTo(1);
    }
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      assertThat(store.writer().resumeSeq()).isEqualTo(20);
    }
  }

  @Test
  void amendedPrintIsMarkedAndLeavesTheTotals() {
    List<ChippedPrint> prints = sample(100);
    ChippedPrint taken = prints.get(40);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      DuckWriter writer = store.writer();
      feed(writer, prints);
      FlowSummary before = store.prints().summary(FlowFilter.everything());
      writer.accept(500, amendment(taken, 500));
      writer.handedOver(500);
      writer.flush();
      StoredPrint now = store.prints().byId(taken.printSeq()).orElseThrow();
      assertThat(now.cancelled()).isTrue();
      assertThat(now.amendSeq()).isEqualTo(500);
      assertThat(now.amendReason()).isEqualTo("cancel of an earlier report");
      assertThat(Chip.CANCELLED.isIn(now.print().chips())).isTrue();
      FlowSummary after = store.prints().summary(FlowFilter.everything());
      assertThat(after.cancelled()).isEqualTo(1);
      assertThat(before.premiumMicros() - after.premiumMicros())
          .isEqualTo(taken.measured().premiumMicros());
    }
  }

  @Test
  void printAndItsAmendmentInOneTransactionAreBothKept() {
    ChippedPrint print = sample(1).getFirst();
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      store.writer().accept(6, print);
      store.writer().accept(7, amendment(print, 7));
      store.writer().handedOver(7);
      store.writer().flush();
      assertThat(store.prints().byId(print.printSeq()).orElseThrow().cancelled()).isTrue();
    }
  }

  @Test
  void theHighestRevisionOfACandleIsTheTruth() {
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      DuckWriter writer = store.writer();
      writer.accept(1, candle(0, 10, 0));
      writer.accept(2, candle(60, 20, 0));
      writer.accept(3, candle(0, 15, 1));
      writer.handedOver(3);
      writer.flush();
      assertThat(store.candles().between("SPY", CandleInterval.M1, 0, 120_000_000_000L, 10))
          .containsExactly(candle(0, 15, 1), candle(60, 20, 0));
      assertThat(store.candles().between("SPY", CandleInterval.M1, 0, Long.MAX_VALUE, 1))
          .containsExactly(candle(60, 20, 0));
      assertThat(store.candles().between("XYZ", CandleInterval.M1, 0, Long.MAX_VALUE, 1)).isEmpty();
      assertThat(store.candles().symbols()).containsExactly("SPY");
    }
  }

  @Test
  void sessionsCarryTheirTotals() {
    List<ChippedPrint> prints = sample(50);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      DuckWriter writer = store.writer();
      writer.accept(1, new SessionOpened(100, SamplePrints.DAY, "synthetic-7", true));
      feed(writer, prints);
      writer.accept(99, new SessionClosed(200, SamplePrints.DAY));
      writer.handedOver(99);
      writer.flush();
      assertThat(store.sessions().all())
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.name()).isEqualTo("synthetic-7");
                assertThat(s.synthetic()).isTrue();
                assertThat(s.closedTsNanos()).isEqualTo(200);
                assertThat(s.prints()).isEqualTo(50);
              });
    }
  }

  @Test
  void aQuoteInAValueIsOnlyAValue() {
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      feed(store.writer(), sample(10));
      FlowFilter hostile =
          new FlowFilter(
              List.of(new Condition.SymbolIn(List.of("SPY'; drop table flow; --", "' or 1=1"))));
      assertThat(store.prints().page(FlowQuery.newest(hostile, 10)).prints()).isEmpty();
      assertThat(store.prints().summary(FlowFilter.everything()).prints()).isEqualTo(10);
    }
  }

  @Test
  void aClosedWriterRefusesMore() {
    DuckStore store = DuckStore.open(StorePlan.in(folder));
    DuckWriter writer = store.writer();
    store.close();
    assertThatThrownBy(() -> writer.accept(1, sample(1).getFirst()))
        .isInstanceOf(StoreFault.class)
        .hasMessage("the store is closed");
  }

  static List<ChippedPrint> sample(int count) {
    SamplePrints source = new SamplePrints(7);
    List<ChippedPrint> out = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      out.add(source.next(i, i * 1_000_000L));
    }
    return out;
  }

  /// Prints are caused five entries after they arrived, as with a join wait.
  static void feed(DuckWriter writer, List<ChippedPrint> prints) {
    for (ChippedPrint print : prints) {
      writer.accept(print.printSeq() + 5, print);
    }
    writer.handedOver(prints.getLast().printSeq() + 5);
    writer.flush();
  }

  private static Amended amendment(ChippedPrint p, long seq) {
    return new Amended(
        p.tsNanos() + 1,
        seq,
        p.printSeq(),
        p.print().contract(),
        p.contract(),
        p.tsNanos(),
        p.print().priceMicros(),
        p.print().size(),
        "cancel of an earlier report");
  }

  private static CandleClosed candle(long startSeconds, long price, int revision) {
    return new CandleClosed(
        1,
        3,
        "SPY",
        CandleInterval.M1,
        startSeconds * 1_000_000_000L,
        price,
        price,
        price,
        price,
        100,
        price,
        4,
        25,
        revision);
  }
}
