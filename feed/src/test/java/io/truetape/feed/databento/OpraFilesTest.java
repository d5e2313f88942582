package io.truetape.feed.databento;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.feed.FileFeed;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Osi;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// AAPL 250221C00250000 on 2025-02-20; expected values read with an independent script.
final class OpraFilesTest {
  private static final String FOLDER = "databento/python-tests/OPRA.PILLAR/test_data.";

  @Test
  void tradesBecomePrintsWithVenueAndBothTimes() {
    List<OptionPrint> prints = read("trades").events(OptionPrint.class);
    assertThat(prints)
        .containsExactly(
            print(1740061800817657088L, 1740061800817866523L, 240_000, 1, Venue.EMLD, 713382),
            print(1740061801631777024L, 1740061801631988096L, 200_000, 2, Venue.XISX, 882595),
            print(1740061801644682240L, 1740061801644892784L, 190_000, 1, Venue.XISX, 887133),
            print(1740061801745517312L, 1740061801745727547L, 190_000, 4, Venue.MXOP, 921205));
  }

  @Test
  void tradesAndTbboTotalTheSame() {
    for (String schema : List.of("trades", "tbbo")) {
      List<OptionPrint> prints = read(schema).events(OptionPrint.class);
      assertThat(prints).hasSize(4);
      assertThat(prints.stream().mapToLong(OptionPrint::size).sum()).isEqualTo(8);
      long premium =
          prints.stream().mapToLong(p -> Price.premium(p.priceMicros(), p.size(), 100)).sum();
      assertThat(premium).isEqualTo(159_000_000);
    }
  }

  @Test
  void conditionIsMarkedAsNotCarried() {
    assertThat(read("trades").events(OptionPrint.class)).allMatch(p -> p.condition() == '0');
  }

  @Test
  void tbboGivesTheVenuesOwnQuoteBeforeThePrintAndNeverAnNbbo() {
    MemoryIntake in = read("tbbo");
    assertThat(in.events().stream().map(e -> e.getClass().getSimpleName()))
        .containsExactly(
            "SymbolListed",
            "ContractListed",
            "OptionQuote",
            "OptionPrint",
            "OptionQuote",
            "OptionPrint",
            "OptionQuote",
            "OptionPrint",
            "OptionQuote",
            "OptionPrint");
    assertThat(in.events(OptionPrint.class)).allMatch(p -> !p.nbbo().isPresent());
    int emld = Venue.EMLD.code();
    assertThat(in.events(OptionQuote.class).getFirst())
        .isEqualTo(
            new OptionQuote(
                1740061800817657088L,
                1740061800817866523L,
                FeedId.DATABENTO,
                1,
                240_000,
                250_000,
                1,
                4,
                emld,
                emld,
                emld));
    assertThat(in.events(OptionQuote.class)).noneMatch(q -> q.venue() == Venue.OPRA.code());
  }

  @Test
  void sampledConsolidatedQuotesAreStampedWithTheEndOfTheirSecond() {
    List<OptionQuote> quotes = read("cbbo-1s").events(OptionQuote.class);
    assertThat(quotes)
        .containsExactly(
            nbbo(1740056401000000000L, -1, -1, 0, 0, Venue.UNKNOWN, Venue.UNKNOWN),
            nbbo(1740061801000000000L, 100_000, 250_000, 1, 4, Venue.EMLD, Venue.EMLD),
            nbbo(1740061802000000000L, 180_000, 210_000, 5, 51, Venue.MXOP, Venue.SPHR),
            nbbo(1740061803000000000L, 220_000, 240_000, 9, 13, Venue.MPRL, Venue.XNDQ));
  }

  @Test
  void emptyBooksBecomeQuotesWithoutSides() {
    List<OptionQuote> quotes = read("mbp-1").events(OptionQuote.class);
    assertThat(quotes).hasSize(4);
    assertThat(quotes)
        .allMatch(q -> q.bidMicros() == Nbbo.MISSING && q.askMicros() == Nbbo.MISSING);
    assertThat(quotes.stream().map(q -> Venue.of(q.venue())))
        .containsExactly(Venue.C2OX, Venue.OPRA, Venue.EDGO, Venue.BATO);
  }

  @Test
  void definitionListsTheContractWithTheStandardMultiplier() {
    MemoryIntake in = read("definition");
    assertThat(in.events(ContractListed.class)).hasSize(1);
    ContractListed listed = in.events(ContractListed.class).getFirst();
    assertThat(Osi.padded(listed.terms())).isEqualTo("AAPL  250221C00250000");
    assertThat(listed.terms().multiplier()).isEqualTo(100);
    assertThat(in.events()).hasSize(2);
  }

  @Test
  void allFilesTogetherAreMergedByReceiveTime() {
    List<Path> paths =
        Stream.of("trades", "tbbo", "mbp-1", "cbbo-1s", "definition")
            .map(OpraFilesTest::path)
            .toList();
    MemoryIntake in = new MemoryIntake();
    FileFeed feed = FileFeeds.open(paths);
    feed.run(in);
    assertThat(in.events(OptionPrint.class)).hasSize(8);
    assertThat(in.events(OptionQuote.class)).hasSize(12);
    assertThat(in.contracts()).hasSize(1);
    assertThat(in.events(Rejected.class)).isEmpty();
    List<Long> times =
        in.events().stream().map(SourceEvent::ingestTsNanos).filter(t -> t > 0).toList();
    assertThat(times).isSorted();
    assertThat(feed.readBytes()).isEqualTo(feed.totalBytes());
  }

  @Test
  void theFirstFileNamesTheFeed() {
    FileFeed feed = FileFeeds.open(List.of(path("trades")));
    assertThat(feed.id()).isEqualTo(FeedId.DATABENTO);
  }

  private static OptionPrint print(
      long ts, long recv, long price, int size, Venue venue, long sequence) {
    return new OptionPrint(
        ts,
        recv,
        FeedId.DATABENTO,
        1,
        price,
        size,
        venue.code(),
        '0',
        sequence,
        Nbbo.NONE,
        VendorGreeks.NONE,
        0);
  }

  private static OptionQuote nbbo(
      long ts, long bid, long ask, int bidSize, int askSize, Venue bidVenue, Venue askVenue) {
    return new OptionQuote(
        ts,
        ts,
        FeedId.DATABENTO,
        1,
        bid,
        ask,
        bidSize,
        askSize,
        Venue.OPRA.code(),
        bidVenue.code(),
        askVenue.code());
  }

  private static MemoryIntake read(String schema) {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(path(schema))).run(in);
    return in;
  }

  private static Path path(String schema) {
    return Fixtures.file(FOLDER + schema + ".dbn.zst");
  }
}
