package io.truetape.feed.cboe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.FeedFault;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DataShop excerpts and made-up rows; totals counted with an independent script.
final class DataShopTest {
  private static final String TRADES = "cboe/UnderlyingOptionsTrades_2016-06-01.excerpt.csv";
  private static final String INTERVALS = "cboe/UnderlyingOptionsIntervals_1800sec.excerpt.csv";
  private static final String HEADER =
      "underlying_symbol,quote_datetime,sequence_number,root,expiration,strike,option_type,"
          + "exchange_id,trade_size,trade_price,trade_condition_id,canceled_trade_condition_id,"
          + "best_bid,best_ask,underlying_bid,underlying_ask,number_of_exchanges,"
          + "{exchange,bid_size,bid,ask_size,ask}[number_of_exchanges]";
  private static final String ROW =
      "A,2021-04-26 10:00:00.100,7,A,2021-06-18,70.000,C,5,3,1.2500,18,0,1.2000,1.3000,137.06,"
          + "137.20,3,5,10,1.2000,20,1.3500,6,40,1.1000,30,1.3000,9,25,1.2000,15,1.3000";

  @TempDir Path folder;

  @Test
  void everyTradeOfTheExcerptBecomesAPrint() {
    List<OptionPrint> prints = read(Fixtures.file(TRADES)).events(OptionPrint.class);
    assertThat(prints).hasSize(59);
    assertThat(prints.stream().mapToLong(OptionPrint::size).sum()).isEqualTo(1339);
    assertThat(prints.stream().mapToLong(p -> Price.premium(p.priceMicros(), p.size(), 100)).sum())
        .isEqualTo(94_260_000_000L);
    assertThat(prints.stream().filter(p -> p.condition() == '1')).hasSize(5);
    assertThat(prints).allMatch(p -> p.venue() == Venue.XCBO.code());
  }

  @Test
  void tradesGroupedByContractAreHandedOverInTimeOrder() {
    MemoryIntake in = read(Fixtures.file(TRADES));
    assertThat(in.contracts()).hasSize(11);
    assertThat(in.events(OptionPrint.class).stream().map(SourceEvent::sourceTsNanos))
        .isSorted()
        .startsWith(1464787939350000000L)
        .endsWith(1464812085000000000L);
  }

  @Test
  void theFirstPrintSaysAllTheRowSays() {
    MemoryIntake in = read(Fixtures.file(TRADES));
    long ts = 1464787939350000000L;
    assertThat(in.events(OptionPrint.class).getFirst())
        .isEqualTo(
            new OptionPrint(
                ts,
                ts,
                FeedId.CBOE,
                1,
                900_000,
                2,
                Venue.XCBO.code(),
                ' ',
                1968899,
                new Nbbo(600_000, 900_000, 4537, 2592, ts),
                VendorGreeks.NONE,
                0));
  }

  @Test
  void theIndexIsToldBeforeThePrintAndOnlyWhenItChanged() {
    MemoryIntake in = read(Fixtures.file(TRADES));
    List<IndexValue> values = in.events(IndexValue.class);
    assertThat(values).hasSize(40);
    assertThat(values.getFirst().valueMicros()).isEqualTo(15_175_000);
    assertThat(in.events(SymbolListed.class))
        .hasSize(1)
        .allMatch(s -> s.text().equals("VIX") && s.symbolKind() == SymbolKind.INDEX);
    List<SourceEvent> events = in.events();
    assertThat(events.get(2)).isInstanceOf(IndexValue.class);
    assertThat(events.get(3)).isInstanceOf(OptionPrint.class);
  }

  @Test
  void intervalRowsBecomeQuotesAtTheirLastNanosecond() {
    MemoryIntake in = read(Fixtures.file(INTERVALS));
    assertThat(in.events(OptionQuote.class)).hasSize(39);
    assertThat(in.events(OptionPrint.class)).isEmpty();
    assertThat(in.events(EquityQuote.class)).hasSize(13);
    assertThat(in.contracts()).hasSize(3);
    long ts = 1619445600000000000L - 1;
    assertThat(in.events(EquityQuote.class).getFirst())
        .isEqualTo(new EquityQuote(ts, ts, FeedId.CBOE, 1, 137_060_000, 137_200_000, 0, 0, 0, 0));
    assertThat(in.events(OptionQuote.class).getFirst())
        .isEqualTo(
            new OptionQuote(
                ts, ts, FeedId.CBOE, 1, 66_300_000, 68_800_000, 157, 284, Venue.OPRA.code(), 0, 0));
  }

  @Test
  void intervalsWithVolumeBecomeOnePrintFromABar() throws IOException {
    String header =
        "underlying_symbol,quote_datetime,root,expiration,strike,option_type,open,high,low,close,"
            + "trade_volume,bid_size,bid,ask_size,ask,underlying_bid,underlying_ask";
    MemoryIntake in =
        read(
            write(
                header,
                "A,2021-04-26 10:00:00,A,2021-06-18,70.000,C,1.1,1.3,1.0,1.2,17,5,1.15,6,1.25,"
                    + "0,0"));
    assertThat(in.events(OptionPrint.class)).hasSize(1);
    OptionPrint print = in.events(OptionPrint.class).getFirst();
    assertThat(print.flags()).isEqualTo(PrintFlags.FROM_BAR);
    assertThat(print.priceMicros()).isEqualTo(1_200_000);
    assertThat(print.size()).isEqualTo(17);
    assertThat(print.sourceTsNanos()).isEqualTo(1619445600000000000L - 1);
    assertThat(in.events(EquityQuote.class)).isEmpty();
  }

  @Test
  void nbboSizeIsTheLargestAtTheBestPrice() throws IOException {
    OptionPrint print = read(write(HEADER, ROW)).events(OptionPrint.class).getFirst();
    assertThat(print.nbbo())
        .isEqualTo(new Nbbo(1_200_000, 1_300_000, 25, 30, print.sourceTsNanos()));
  }

  @Test
  void rowsWithoutExchangesKeepTheirNbboWithoutSizes() throws IOException {
    String row =
        "A,2021-04-26 10:00:00.100,7,A,2021-06-18,70.000,C,5,3,1.2500,18,0,1.2,1.3,137.06,137.20,0";
    OptionPrint print = read(write(HEADER, row)).events(OptionPrint.class).getFirst();
    assertThat(print.nbbo()).isEqualTo(new Nbbo(1_200_000, 1_300_000, 0, 0, print.sourceTsNanos()));
    assertThat(print.condition()).isEqualTo('I');
  }

  @Test
  void cancelledTradeCancelReportAndCorrectionAreThreePrints() throws IOException {
    String rest = "2.10,2.30,14.65,14.65,0";
    MemoryIntake in =
        read(
            write(
                HEADER,
                "^VIX,2016-06-01 14:07:28.400,1,VIX,2016-07-20,16.000,C,5,180,2.20,35,1," + rest,
                "^VIX,2016-06-01 14:22:21.275,2,VIX,2016-07-20,16.000,C,5,180,2.20,40,2," + rest,
                "^VIX,2016-06-01 14:22:45.600,3,VIX,2016-07-20,16.000,C,5,180,2.25,2,0," + rest));
    List<OptionPrint> prints = in.events(OptionPrint.class);
    assertThat(prints.stream().map(p -> (char) p.condition())).containsExactly('1', 'A', 'B');
    assertThat(prints.stream().map(OptionPrint::flags))
        .containsExactly(PrintFlags.VENDOR_CANCELLED, 0, 0);
  }

  @Test
  void aBadNumberIsRejectedWithLineAndColumnAndReadingGoesOn() throws IOException {
    MemoryIntake in = read(write(HEADER, ROW, ROW.replace(",1.2500,", ",1.25x,"), ROW));
    assertThat(in.events(OptionPrint.class)).hasSize(2);
    Rejected bad = in.events(Rejected.class).getFirst();
    assertThat(bad.reason())
        .isEqualTo("line 3: column \"trade_price\": price \"1.25x\" is not a decimal number");
    assertThat(bad.excerpt()).contains("1.25x");
  }

  @Test
  void aPriceFinerThanAMicroDollarIsRejected() throws IOException {
    MemoryIntake in = read(write(HEADER, ROW.replace(",1.2500,", ",1.25000001,")));
    assertThat(in.events(OptionPrint.class)).isEmpty();
    assertThat(in.events(Rejected.class).getFirst().reason()).contains("finer than a micro-dollar");
  }

  @Test
  void aRowThatSwitchesToAZoneIsRejected() throws IOException {
    String zoned = ROW.replace("10:00:00.100", "10:00:00.100-04:00");
    MemoryIntake in = read(write(HEADER, ROW, zoned));
    assertThat(in.events(OptionPrint.class)).hasSize(1);
    assertThat(in.events(Rejected.class).getFirst().reason())
        .startsWith("line 3: time \"2021-04-26 10:00:00.100-04:00\" has a zone, but earlier");
  }

  @Test
  void tooFewExchangesAreRejected() throws IOException {
    MemoryIntake in = read(write(HEADER, ROW.replace(",137.20,3,", ",137.20,4,")));
    assertThat(in.events(Rejected.class).getFirst().reason())
        .isEqualTo("line 2: number_of_exchanges is 4, so 37 fields are expected; the line has 32");
  }

  @Test
  void aMissingColumnIsAFaultThatNamesItAndShowsTheHeader() throws IOException {
    Path file = write(HEADER.replace("trade_condition_id,canceled", "trade_condition,canceled"));
    assertThatThrownBy(() -> FileFeeds.open(List.of(file)))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining("line 1: column \"trade_condition_id\" is missing")
        .hasMessageContaining("quote_datetime,sequence_number");
  }

  private MemoryIntake read(Path file) {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(file)).run(in);
    return in;
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), String.join("\r\n", lines));
  }
}
