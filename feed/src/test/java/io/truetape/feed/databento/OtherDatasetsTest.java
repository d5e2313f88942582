package io.truetape.feed.databento;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.feed.FileFeeds;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Side;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Stocks, funds and futures; expected values read with an independent script.
final class OtherDatasetsTest {
  private static final String MINI = "python-tests/EQUS.MINI/test_data.";
  private static final String OLD = "dbn-tests/test_data.";

  @ParameterizedTest
  @CsvSource({
    "python-tests/EQUS.MINI/test_data.trades, 4, 2700, 831240, 0",
    "python-tests/EQUS.MINI/test_data.tbbo, 4, 2700, 831240, 0",
    "python-tests/EQUS.MINI/test_data.ohlcv-1s, 4, 2961, 911598.48, 1",
    "python-tests/EQUS.MINI/test_data.ohlcv-1m, 4, 3223, 992330.02, 1",
    "python-tests/EQUS.MINI/test_data.ohlcv-1h, 4, 1237935, 378603956.74, 1",
    "python-tests/EQUS.MINI/test_data.ohlcv-1d, 1, 3309022, 1017524265, 1",
    "dbn-tests/test_data.trades.v1, 2, 26, 96726.5, 0",
    "dbn-tests/test_data.trades.v3, 2, 26, 96726.5, 0",
    "dbn-tests/test_data.tbbo.v1, 2, 26, 96726.5, 0",
    "dbn-tests/test_data.tbbo.v3, 2, 26, 96726.5, 0",
    "dbn-tests/test_data.ohlcv-1s.v1, 2, 70, 26043500, 1",
    "dbn-tests/test_data.ohlcv-1s.v3, 2, 70, 26043500, 1",
    "dbn-tests/test_data.ohlcv-1m.v1, 2, 505, 187918100, 1",
    "dbn-tests/test_data.ohlcv-1m.v3, 2, 505, 187918100, 1",
  })
  void printsTotalAsCounted(String file, int prints, long volume, String value, int flags) {
    List<EquityPrint> all = read(file).events(EquityPrint.class);
    assertThat(all).hasSize(prints).allMatch(p -> p.flags() == flags);
    assertThat(all.stream().mapToLong(EquityPrint::size).sum()).isEqualTo(volume);
    assertThat(all.stream().mapToLong(p -> Math.multiplyExact(p.priceMicros(), p.size())).sum())
        .isEqualTo(Price.parse(value));
  }

  @ParameterizedTest
  @CsvSource({
    "python-tests/EQUS.MINI/test_data.mbp-1, 4",
    "python-tests/EQUS.MINI/test_data.tbbo, 4",
    "python-tests/EQUS.MINI/test_data.bbo-1s, 4",
    "python-tests/EQUS.MINI/test_data.bbo-1m, 4",
    "dbn-tests/test_data.mbp-1.v1, 2",
    "dbn-tests/test_data.mbp-1.v3, 2",
    "dbn-tests/test_data.cmbp-1.v3, 2",
    "dbn-tests/test_data.cbbo-1s.v3, 2",
  })
  void quotesAreCounted(String file, int quotes) {
    MemoryIntake in = read(file);
    assertThat(in.events(EquityQuote.class)).hasSize(quotes);
    assertThat(in.events(Rejected.class)).isEmpty();
  }

  @Test
  void aStockPrintSaysAllTheRecordSays() {
    assertThat(read(MINI + "trades").events(EquityPrint.class).getFirst())
        .isEqualTo(
            new EquityPrint(
                1680001694559680187L,
                1680001694559755930L,
                FeedId.DATABENTO,
                1,
                307_830_000,
                900,
                Venue.EQUS.code(),
                "",
                0,
                77619,
                0));
  }

  @Test
  void sampledStockQuotesAreStampedWithTheEndOfTheirSecond() {
    List<EquityQuote> quotes = read(MINI + "bbo-1s").events(EquityQuote.class);
    assertThat(quotes.get(1))
        .isEqualTo(
            new EquityQuote(
                1680001201_000_000_000L,
                1680001201_000_000_000L,
                FeedId.DATABENTO,
                1,
                307_920_000,
                Nbbo.MISSING,
                1500,
                0,
                Venue.EQUS.code(),
                Venue.EQUS.code()));
  }

  @Test
  void aBarIsToldAtItsLastNanosecond() {
    EquityPrint first = read(MINI + "ohlcv-1m").events(EquityPrint.class).getFirst();
    assertThat(first.sourceTsNanos()).isEqualTo(1680001739_999_999_999L);
    assertThat(first.priceMicros()).isEqualTo(307_800_000);
    assertThat(first.size()).isEqualTo(1800);
    assertThat(first.flags()).isEqualTo(PrintFlags.FROM_BAR);
  }

  @Test
  void fundsAreListedAsFundsAndFuturesAsOther() {
    assertThat(read(MINI + "trades").events(SymbolListed.class).getFirst().symbolKind())
        .isEqualTo(SymbolKind.ETF);
    SymbolListed future = read(OLD + "trades.v1").events(SymbolListed.class).getFirst();
    assertThat(future.text()).isEqualTo("ESH1");
    assertThat(future.symbolKind()).isEqualTo(SymbolKind.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"imbalance.v1", "imbalance.v3"})
  void imbalancesKeepSidePairedAndPrices(String file) {
    List<AuctionImbalance> all = read(OLD + file).events(AuctionImbalance.class);
    assertThat(all).hasSize(2);
    assertThat(all.getLast())
        .isEqualTo(
            new AuctionImbalance(
                1633353910208114778L,
                1633353910208124734L,
                FeedId.DATABENTO,
                1,
                'O',
                1719,
                281,
                Side.BUY,
                229_990_000,
                0,
                0));
  }

  @Test
  void statusSaysWhetherTradingGoesOn() {
    List<TradingStatus> all = read(OLD + "status.v3").events(TradingStatus.class);
    assertThat(all.stream().map(TradingStatus::trading)).containsExactly(true, false, false, true);
    assertThat(all.getFirst().reason()).isEqualTo("trading: scheduled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"definition.v1", "definition.v3"})
  void definitionsListStocksOnce(String file) {
    MemoryIntake in = read(OLD + file);
    assertThat(in.events(SymbolListed.class).stream().map(SymbolListed::text))
        .containsExactly("MSFT");
    assertThat(in.events(Rejected.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"statistics.v1", "statistics.v3"})
  void statisticsOtherThanOpenInterestAreReadOver(String file) {
    assertThat(read(OLD + file).events()).isEmpty();
  }

  @Test
  void theFundsDefinitionListsIt() {
    assertThat(read(MINI + "definition").events(SymbolListed.class)).hasSize(1);
  }

  private static MemoryIntake read(String file) {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(Fixtures.file("databento/" + file + ".dbn.zst"))).run(in);
    return in;
  }
}
