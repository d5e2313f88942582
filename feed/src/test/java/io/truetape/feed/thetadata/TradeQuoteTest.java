package io.truetape.feed.thetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.FeedFault;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Osi;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded SPY history and rows in the forms of the vendor's documentation.
final class TradeQuoteTest {
  private static final String RECORDED =
      "thetadata/captures_decoded_csv/option_history_trade_quote.csv";
  private static final String HEADER =
      "symbol,expiration,strike,right,trade_timestamp,quote_timestamp,sequence,ext_condition1,"
          + "ext_condition2,ext_condition3,ext_condition4,condition,size,exchange,price,bid_size,"
          + "bid_exchange,bid,bid_condition,ask_size,ask_exchange,ask,ask_condition";
  private static final String ROW =
      "AAPL,2024-11-08,220.000,CALL,2024-11-04T09:30:00.471,2024-11-04T09:30:00.396,18902138,255,"
          + "255,255,255,130,2,22,3.90,14,47,3.90,50,14,47,4.05,50";

  @TempDir Path folder;

  @Test
  void theRecordedPrintsTotalAsCounted() {
    List<OptionPrint> prints = read(Fixtures.file(RECORDED)).events(OptionPrint.class);
    assertThat(prints).hasSize(98);
    assertThat(prints.stream().mapToLong(OptionPrint::size).sum()).isEqualTo(682);
    assertThat(prints.stream().mapToLong(p -> Price.premium(p.priceMicros(), p.size(), 100)).sum())
        .isEqualTo(2_844_184_000_000L);
    assertThat(prints.stream().map(OptionPrint::venue).distinct()).hasSize(12);
    assertThat(prints.stream().filter(p -> p.venue() == Venue.C2OX.code())).hasSize(40);
    assertThat(prints.stream().filter(p -> p.condition() == 'f')).hasSize(70);
    assertThat(prints.stream().filter(p -> p.condition() == 'S')).hasSize(1);
  }

  @Test
  void zSuffixedTimesAreUtcInstantsInsideTheSession() {
    MemoryIntake in = read(Fixtures.file(RECORDED));
    List<OptionPrint> prints = in.events(OptionPrint.class);
    long open = 1718371800_000_000_000L;
    long close = 1718395200_000_000_000L;
    assertThat(prints).allMatch(p -> p.sourceTsNanos() >= open && p.sourceTsNanos() < close);
    assertThat(prints.getFirst())
        .isEqualTo(
            new OptionPrint(
                1718373303_122_000_000L,
                1718373303_122_000_000L,
                FeedId.THETADATA,
                1,
                41_710_000,
                10,
                Venue.XISX.code(),
                'f',
                -1986932228,
                new Nbbo(41_200_000, 42_090_000, 431, 430, 1718373299_396_000_000L),
                VendorGreeks.NONE,
                0));
    assertThat(Osi.padded(in.contracts().getFirst())).isEqualTo("SPY   240621C00500000");
  }

  @Test
  void timesWithoutAZoneAreNewYorkTime() throws IOException {
    OptionPrint print = read(write("a.csv", HEADER, ROW)).events(OptionPrint.class).getFirst();
    assertThat(print.sourceTsNanos()).isEqualTo(1730730600_471_000_000L);
    assertThat(print.nbbo().tsNanos()).isEqualTo(1730730600_396_000_000L);
    assertThat(print.venue()).isEqualTo(Venue.MCRY.code());
  }

  @Test
  void jsonLinesSayTheSameAsCsv() throws IOException {
    String json =
        "{\"symbol\":\"AAPL\",\"ask_size\":14,\"trade_timestamp\":\"2024-11-04T09:30:00.471\","
            + "\"ask_condition\":50,\"sequence\":18902138,\"condition\":130,\"size\":2,"
            + "\"strike\":220.000,\"right\":\"CALL\",\"bid_size\":14,\"ask_exchange\":47,"
            + "\"price\":3.90,\"ext_condition2\":255,\"bid_exchange\":47,\"ask\":4.05,"
            + "\"expiration\":\"2024-11-08\",\"quote_timestamp\":\"2024-11-04T09:30:00.396\","
            + "\"ext_condition1\":255,\"ext_condition4\":255,\"exchange\":22,"
            + "\"ext_condition3\":255,\"bid\":3.90,\"bid_condition\":50}";
    MemoryIntake fromJson = read(write("a.ndjson", json, "{\"symbol\":", json));
    OptionPrint fromCsv = read(write("a.csv", HEADER, ROW)).events(OptionPrint.class).getFirst();
    assertThat(fromJson.events(OptionPrint.class)).containsExactly(fromCsv, fromCsv);
    assertThat(fromJson.events(Rejected.class).getFirst().reason())
        .startsWith("line 2: not a JSON object");
  }

  @Test
  void theOldLayoutCountsMillisecondsAndTenthsOfACent() throws IOException {
    String header =
        "root,expiration,strike,right,ms_of_day,sequence,ext_condition1,ext_condition2,"
            + "ext_condition3,ext_condition4,condition,size,exchange,price,condition_flags,"
            + "price_flags,volume_type,records_back,ms_of_day2,bid_size,bid_exchange,bid,"
            + "bid_condition,ask_size,ask_exchange,ask,ask_condition,date";
    String row =
        "AAPL,20241108,220000,C,34200471,18902138,255,255,255,255,130,2,22,3.90,0,1,0,0,34200396,"
            + "14,47,3.90,50,14,47,4.05,50,20241104";
    OptionPrint fromNew = read(write("a.csv", HEADER, ROW)).events(OptionPrint.class).getFirst();
    assertThat(read(write("b.csv", header, row)).events(OptionPrint.class))
        .containsExactly(fromNew);
  }

  @Test
  void noBidAndNoAskIsNoQuote() throws IOException {
    String row = ROW.replace(",3.90,50,14,47,4.05,", ",0.00,50,14,47,0.00,");
    OptionPrint print = read(write("a.csv", HEADER, row)).events(OptionPrint.class).getFirst();
    assertThat(print.nbbo()).isEqualTo(Nbbo.NONE);
  }

  @Test
  void aFurtherConditionCountsOnlyWhenItSaysMultiLegOrCancel() throws IOException {
    String plain = ROW.replace("255,255,255,255,130,", "95,255,255,255,18,");
    String spread = ROW.replace("255,255,255,255,130,", "255,130,255,255,18,");
    String cancel = ROW.replace("255,255,255,255,130,", "255,255,255,40,18,");
    List<OptionPrint> prints =
        read(write("a.csv", HEADER, plain, spread, cancel)).events(OptionPrint.class);
    assertThat(prints.stream().map(p -> (char) p.condition())).containsExactly('I', 'f', 'A');
  }

  @Test
  void aZoneAmongTimesWithoutOneIsRejectedWithItsLine() throws IOException {
    String mixed = ROW.replace("09:30:00.471", "13:30:00.471Z");
    MemoryIntake in = read(write("a.csv", HEADER, ROW, mixed));
    assertThat(in.events(OptionPrint.class)).hasSize(1);
    assertThat(in.events(Rejected.class).getFirst().reason())
        .startsWith("line 3: time \"2024-11-04T13:30:00.471Z\" has a zone");
  }

  @Test
  void rowsOfSeveralContractsAreSortedByTime() throws IOException {
    String later = ROW.replace("220.000", "225.000").replace("09:30:00.471", "09:31:00.471");
    String earlier = ROW.replace("225.000", "230.000").replace("09:30:00.471", "09:30:00.400");
    List<OptionPrint> prints =
        read(write("a.csv", HEADER, later, ROW, earlier)).events(OptionPrint.class);
    assertThat(prints.stream().map(OptionPrint::sourceTsNanos)).isSorted();
  }

  @Test
  void aMissingColumnIsAFault() throws IOException {
    Path file = write("a.csv", HEADER.replace(",exchange,", ",exchanges,"), ROW);
    assertThatThrownBy(() -> FileFeeds.open(List.of(file)))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining("column \"exchange\" is missing; is it \"exchanges\"?");
  }

  private MemoryIntake read(Path file) {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(file)).run(in);
    return in;
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
