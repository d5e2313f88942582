package io.truetape.feed.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.feed.FileFeeds;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The LEAN recordings; totals counted with an independent script.
final class LeanFilesTest {
  private static final String HEAD = "lean/head/Data/";

  @ParameterizedTest
  @CsvSource({
    "option/usa/minute/foxa/20130702_trade_american.zip, 5, 49, 2225",
    "option/usa/minute/goog/20151223_trade_american.zip, 581, 3861, 821422",
    "option/usa/minute/nwsa/20130628_trade_american.zip, 48, 24445, 771084",
    "option/usa/minute/twx/20140605_trade_american.zip, 79, 5250, 3143997",
    "option/usa/minute/twx/20140606_trade_american.zip, 71, 1240, 259838",
    "indexoption/usa/minute/spxw/20210104_trade_european.zip.zip, 1918, 64585, 89046978",
    "indexoption/usa/minute/spxw/20210105_trade_european.zip, 1096, 23987, 57340826",
    "indexoption/usa/minute/spxw/20210107_trade_european.zip, 920, 18447, 23860550",
  })
  void optionTradeBarsBecomePrintsFromBars(String file, int prints, long volume, long dollars) {
    MemoryIntake in = read(HEAD + file);
    List<OptionPrint> all = in.events(OptionPrint.class);
    assertThat(all).hasSize(prints).allMatch(p -> p.flags() == PrintFlags.FROM_BAR);
    assertThat(all.stream().mapToLong(OptionPrint::size).sum()).isEqualTo(volume);
    assertThat(all.stream().mapToLong(p -> Price.premium(p.priceMicros(), p.size(), 100)).sum())
        .isEqualTo(dollars * Price.DOLLAR);
    assertThat(all.stream().map(OptionPrint::sourceTsNanos)).isSorted();
    assertThat(in.events(Rejected.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "foxa/20130701_trade.zip, 408, 11819284, 346693399.46",
    "foxa/20130702_trade.zip, 404, 16651926, 487380786.87",
    "goog/20151223_trade.zip, 432, 1551397, 1160625141.16",
    "nwsa/20130627_trade.zip, 401, 25363945, 831083444.35",
    "nwsa/20130628_trade.zip, 417, 29189160, 952325879.54",
    "twx/20140605_trade.zip, 398, 5896714, 418920898.61",
    "twx/20140606_trade.zip, 397, 4523053, 321028956.57",
    "twx/20140609_trade.zip, 405, 6139784, 423018241.17",
    "twx/20140623_trade.zip, 6, 275858, 18783879.67",
  })
  void stockTradeBarsBecomePrintsFromBars(String file, int prints, long volume, String dollars) {
    MemoryIntake in = read(HEAD + "equity/usa/minute/" + file);
    List<EquityPrint> all = in.events(EquityPrint.class);
    assertThat(all).hasSize(prints).allMatch(p -> p.flags() == PrintFlags.FROM_BAR);
    assertThat(all.stream().mapToLong(EquityPrint::size).sum()).isEqualTo(volume);
    assertThat(all.stream().mapToLong(p -> Math.multiplyExact(p.priceMicros(), p.size())).sum())
        .isEqualTo(Price.parse(dollars));
  }

  @ParameterizedTest
  @CsvSource({
    "head/Data/option/usa/minute/foxa/20130702_quote_american.zip, 186, 16335, 6086, 3818",
    "head/Data/option/usa/minute/goog/20151223_quote_american.zip, 118, 28932, 8749, 2970",
    "head/Data/option/usa/minute/nwsa/20130628_quote_american.zip, 260, 43003, 8984, 7173",
    "head/Data/option/usa/minute/twx/20140605_quote_american.zip, 184, 30468, 6564, 6375",
    "head/Data/option/usa/minute/twx/20140606_quote_american.zip, 184, 26527, 5982, 6731",
    "head/Data/indexoption/usa/minute/spxw/20210104_quote_european.zip, 12, 4565, 0, 0",
    "head/Data/indexoption/usa/minute/spxw/20210105_quote_european.zip, 8, 3239, 0, 0",
    "head/Data/indexoption/usa/minute/spxw/20210107_quote_european.zip, 4, 1618, 0, 0",
    "history/Data/option/usa/minute/foxa/20130702_quote_american.38cc4d307.zip, 186, 17083, 7165,"
        + " 3246",
    "history/Data/option/usa/minute/nwsa/20130628_quote_american.38cc4d307.zip, 260, 44750, 9930,"
        + " 6474",
  })
  void optionQuoteBarsKeepAbsentSidesAbsent(
      String file, int contracts, int quotes, int noBid, int noAsk) {
    MemoryIntake in = read("lean/" + file);
    List<OptionQuote> all = in.events(OptionQuote.class);
    assertThat(in.contracts()).hasSize(contracts);
    assertThat(all).hasSize(quotes);
    assertThat(all.stream().filter(q -> q.bidMicros() == Nbbo.MISSING)).hasSize(noBid);
    assertThat(all.stream().filter(q -> q.askMicros() == Nbbo.MISSING)).hasSize(noAsk);
    assertThat(all.stream().map(OptionQuote::sourceTsNanos)).isSorted();
    assertThat(in.events(Rejected.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "head/Data/equity/usa/minute/foxa/20130701_quote.zip, 435, 0, 1",
    "head/Data/equity/usa/minute/foxa/20130702_quote.zip, 478, 0, 3",
    "head/Data/equity/usa/minute/nwsa/20130627_quote.zip, 473, 0, 1",
    "head/Data/equity/usa/minute/nwsa/20130628_quote.zip, 459, 0, 2",
    "head/Data/equity/usa/minute/twx/20140605_quote.zip, 476, 0, 0",
    "head/Data/equity/usa/minute/twx/20140606_quote.zip, 494, 0, 0",
    "head/Data/equity/usa/minute/twx/20140609_quote.zip, 499, 5, 0",
    "history/Data/equity/usa/minute/goog/20151223_quote.hist.zip, 454, 0, 0",
  })
  void stockQuoteBarsBecomeQuotes(String file, int quotes, int noBid, int noAsk) {
    List<EquityQuote> all = read("lean/" + file).events(EquityQuote.class);
    assertThat(all).hasSize(quotes);
    assertThat(all.stream().filter(q -> q.bidMicros() == Nbbo.MISSING)).hasSize(noBid);
    assertThat(all.stream().filter(q -> q.askMicros() == Nbbo.MISSING)).hasSize(noAsk);
  }

  @ParameterizedTest
  @CsvSource({
    "option/usa/minute/goog/20151223_openinterest_american.zip, 118, 20375",
    "option/usa/minute/twx/20140605_openinterest_american.zip, 184, 90887",
    "option/usa/minute/twx/20140606_openinterest_american.zip, 184, 93786",
    "indexoption/usa/minute/spxw/20210104_openinterest_european.zip.zip, 12, 41751",
  })
  void openInterestIsToldInTheMorningForTheSessionBefore(String file, int rows, long sum) {
    List<OpenInterest> all = read(HEAD + file).events(OpenInterest.class);
    assertThat(all).hasSize(rows);
    assertThat(all.stream().mapToLong(OpenInterest::openInterest).sum()).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "option/usa/universes/goog/20151223.csv, 2192, 24728, 179573, 852, 1734",
    "option/usa/universes/goog/20151224.csv, 2016, 9228, 164066, 757, 1862",
    "option/usa/universes/nwsa/20130625.csv, 260, 3934, 530977, 103, 130",
    "option/usa/universes/nwsa/20130702.csv, 260, 66, 448271, 99, 134",
    "option/usa/universes/twx/20140604.csv, 184, 1828, 92035, 33, 84",
    "option/usa/universes/twx/20140610.csv, 184, 6725, 60769, 33, 100",
    "indexoption/usa/universes/spx/20151223.csv, 272, 28548, 509884, 89, 272",
    "indexoption/usa/universes/spx/20210104.csv, 6, 7753, 119444, 0, 6",
  })
  void universesBecomeChainRows(
      String file, int rows, long volume, long openInterest, int unknown, int withIv) {
    MemoryIntake in = read(HEAD + file);
    List<ChainRow> all = in.events(ChainRow.class);
    assertThat(all).hasSize(rows);
    assertThat(all.stream().mapToLong(ChainRow::volume).sum()).isEqualTo(volume);
    assertThat(all.stream().mapToLong(r -> Math.max(0, r.openInterest())).sum())
        .isEqualTo(openInterest);
    assertThat(all.stream().filter(r -> r.openInterest() < 0)).hasSize(unknown);
    assertThat(all.stream().filter(r -> r.vendor().isPresent())).hasSize(withIv);
    assertThat(in.events(Rejected.class)).isEmpty();
  }

  @Test
  void spxMinutesAreCentralTimeAndPlainDollars() {
    List<IndexValue> values =
        read(HEAD + "index/usa/minute/spx/20210104_trade.zip").events(IndexValue.class);
    assertThat(values).hasSize(411);
    long endOfFirstMinute = 1609770660_000_000_000L;
    assertThat(values.getFirst())
        .isEqualTo(
            new IndexValue(
                endOfFirstMinute - 1, endOfFirstMinute - 1, FeedId.LEAN, 1, 3_766_630_000L));
    assertThat(values.getLast().valueMicros()).isEqualTo(3_700_650_000L);
  }

  @Test
  void nothingIsToldBeforeItsBarEnded() {
    MemoryIntake in =
        read(
            HEAD + "option/usa/minute/goog/20151223_trade_american.zip",
            HEAD + "option/usa/minute/goog/20151223_quote_american.zip",
            HEAD + "equity/usa/minute/goog/20151223_trade.zip");
    long minute = 60_000_000_000L;
    assertThat(in.events().stream().filter(e -> e.sourceTsNanos() > 0))
        .allMatch(e -> e.sourceTsNanos() % minute == minute - 1);
  }

  @Test
  void atTheSameTimeTheStockComesBeforeTheQuoteAndTheQuoteBeforeThePrint() {
    MemoryIntake in =
        read(
            HEAD + "option/usa/minute/goog/20151223_trade_american.zip",
            HEAD + "option/usa/minute/goog/20151223_quote_american.zip",
            HEAD + "option/usa/minute/goog/20151223_openinterest_american.zip",
            HEAD + "equity/usa/minute/goog/20151223_trade.zip",
            "lean/history/Data/equity/usa/minute/goog/20151223_quote.hist.zip");
    List<SourceEvent> told = in.events().stream().filter(e -> e.sourceTsNanos() > 0).toList();
    assertThat(told).hasSize(581 + 28932 + 118 + 432 + 454);
    assertThat(told.stream().map(SourceEvent::sourceTsNanos)).isSorted();
    for (int i = 1; i < told.size(); i++) {
      SourceEvent before = told.get(i - 1);
      if (before.sourceTsNanos() == told.get(i).sourceTsNanos()) {
        assertThat(rank(before)).isLessThanOrEqualTo(rank(told.get(i)));
      }
    }
  }

  @Test
  void theEntryNameSaysTheContract() {
    MemoryIntake in = read(HEAD + "indexoption/usa/minute/spxw/20210107_trade_european.zip");
    assertThat(in.events(ContractListed.class))
        .hasSize(4)
        .allMatch(c -> c.terms().root().equals("SPXW") && c.terms().underlying().equals("SPX"))
        .allMatch(c -> c.terms().style() == ExerciseStyle.EUROPEAN)
        .anyMatch(c -> c.terms().strikeMicros() == 3_700_000_000L && c.terms().isCall());
  }

  private static int rank(SourceEvent event) {
    return switch (event) {
      case OpenInterest _ -> 0;
      case EquityPrint _, EquityQuote _ -> 1;
      case OptionQuote _ -> 2;
      case OptionPrint _ -> 3;
      default -> 4;
    };
  }

  private static MemoryIntake read(String... files) {
    List<Path> paths = Stream.of(files).map(Fixtures::file).toList();
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(paths).run(in);
    return in;
  }
}
