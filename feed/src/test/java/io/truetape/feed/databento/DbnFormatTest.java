package io.truetape.feed.databento;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.testkit.MemoryIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a DBN file may be, made byte by byte.
final class DbnFormatTest {
  private static final long TS = 1740061800_000_000_000L;
  private static final String CALL = "SPY   250221C00600000";
  private static final List<String> ONE = List.of(CALL);
  private static final int MIXED = 0xFFFF;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVersionReadsTheSame(int version) throws IOException {
    byte[] bytes = opra(version).trade(22, 5, TS, 1_150_000_000L, 10, 77).bytes();
    OptionPrint print = read("a.dbn", bytes).events(OptionPrint.class).getFirst();
    assertThat(print.priceMicros()).isEqualTo(1_150_000);
    assertThat(print.venue()).isEqualTo(Venue.XCBO.code());
    assertThat(print.ingestTsNanos()).isEqualTo(TS + 1_000);
    assertThat(print.vendorSequence()).isEqualTo(77);
  }

  @Test
  void thirteenThousandMappingsResolveByNumberAndDay() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 13_492; i++) {
      names.add("SPY   250221C%08d".formatted((i + 1) * 1_000));
    }
    DbnBytes dbn = new DbnBytes().header(3, "OPRA.PILLAR", 4, names, 1_000_000);
    for (int i = 0; i < names.size(); i++) {
      dbn.trade(22, 1_000_000 + i, TS + i, 1_000_000_000L, 1, i);
    }
    MemoryIntake in = read("a.dbn.zst", dbn.zstd());
    assertThat(in.contracts()).hasSize(13_492);
    assertThat(in.contracts().get(13_491).strikeMicros()).isEqualTo(13_492_000_000L);
    List<OptionPrint> prints = in.events(OptionPrint.class);
    assertThat(prints).hasSize(13_492);
    assertThat(prints.get(9_999).contract()).isEqualTo(10_000);
  }

  @Test
  void aMappingHoldsOnItsOwnDaysOnly() throws IOException {
    long nextDay = TS + 86_400_000_000_000L;
    byte[] bytes = opra(3).trade(22, 5, nextDay, 1_150_000_000L, 10, 77).bytes();
    MemoryIntake in = read("a.dbn", bytes);
    assertThat(in.events(OptionPrint.class)).isEmpty();
    assertThat(in.events(Rejected.class).getFirst().reason())
        .isEqualTo("record at byte 288: instrument 5 has no symbol mapping");
  }

  @Test
  void severalZstdFramesAreOneFile() throws IOException {
    byte[] header = opra(3).trade(22, 5, TS, 1_000_000_000L, 1, 1).bytes();
    byte[] more = new DbnBytes().trade(22, 5, TS + 1, 1_000_000_000L, 2, 2).bytes();
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(Zstd.compress(header));
    frames.writeBytes(Zstd.compress(more));
    assertThat(read("a.dbn.zst", frames.toByteArray()).events(OptionPrint.class)).hasSize(2);
  }

  @Test
  void sendTimesBehindEveryRecordAreReadOver() throws IOException {
    byte[] bytes =
        new DbnBytes()
            .withTsOut()
            .header(3, "OPRA.PILLAR", 4, ONE, 5)
            .trade(22, 5, TS, 1_000_000_000L, 1, 1)
            .trade(22, 5, TS + 1, 1_000_000_000L, 2, 2)
            .bytes();
    assertThat(read("a.dbn", bytes).events(OptionPrint.class)).hasSize(2);
  }

  @Test
  void aFragmentIsReadWithTheDefinitionsBesideIt() throws IOException {
    byte[] definitions =
        new DbnBytes()
            .header(3, "OPRA.PILLAR", 9, List.of(), 0)
            .definition(520, 5, TS - 1_000_000, CALL, Integer.MAX_VALUE)
            .bytes();
    byte[] fragment = new DbnBytes().trade(22, 5, TS, 1_000_000_000L, 1, 1).bytes();
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(write("a.dbn", definitions), write("b.dbn.frag", fragment))).run(in);
    assertThat(in.events(OptionPrint.class)).hasSize(1);
    assertThat(in.contracts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 400, 520})
  void definitionsOfEveryVersionListTheContract(int length) throws IOException {
    byte[] bytes = new DbnBytes().definition(length, 5, TS, CALL, 10).bytes();
    MemoryIntake in = read("a.frag", bytes);
    assertThat(in.events(ContractListed.class).getLast().terms().multiplier()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void liveSymbolMappingsNameTheInstrument(boolean isV1) throws IOException {
    byte[] bytes =
        new DbnBytes()
            .header(isV1 ? 1 : 3, "OPRA.PILLAR", MIXED, List.of(), 0)
            .symbolMapping(isV1, 5, "SPY.OPT", CALL)
            .trade(22, 5, TS, 1_000_000_000L, 1, 1)
            .bytes();
    assertThat(read("a.dbn", bytes).events(OptionPrint.class)).hasSize(1);
  }

  @Test
  void tcbboIsAPrintWithTheNbboInIt() throws IOException {
    byte[] bytes =
        opra(3)
            .consolidated(0xC2, 'T', 26, 5, TS, 1_200_000_000L, 3)
            .consolidated(0xC2, 'T', 26, 5, TS, 1_200_000_000L, 3)
            .bytes();
    MemoryIntake in = read("a.dbn", bytes);
    List<OptionPrint> prints = in.events(OptionPrint.class);
    assertThat(prints).hasSize(2);
    assertThat(prints.getFirst().nbbo()).isEqualTo(new Nbbo(1_100_000, 1_200_000, 7, 9, TS));
    assertThat(prints.getFirst().venue()).isEqualTo(Venue.XISX.code());
    assertThat(prints.get(0).vendorSequence()).isNotEqualTo(prints.get(1).vendorSequence());
    assertThat(in.events(OptionQuote.class)).isEmpty();
  }

  @Test
  void thePrintsOfSeveralSchemasAreTakenFromTheBestOne() throws IOException {
    byte[] trades =
        new DbnBytes()
            .header(3, "OPRA.PILLAR", 4, List.of(CALL, "QQQ   250221C00500000"), 5)
            .trade(26, 5, TS, 1_200_000_000L, 3, 1)
            .trade(26, 6, TS + 1, 900_000_000L, 2, 2)
            .bytes();
    byte[] tcbbo =
        new DbnBytes()
            .header(3, "OPRA.PILLAR", 17, ONE, 5)
            .consolidated(0xC2, 'T', 26, 5, TS, 1_200_000_000L, 3)
            .bytes();
    byte[] cmbp =
        new DbnBytes()
            .header(3, "OPRA.PILLAR", 14, ONE, 5)
            .consolidated(0xB1, 'T', 26, 5, TS, 1_200_000_000L, 3)
            .bytes();
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(write("a.dbn", trades), write("b.dbn", tcbbo), write("c.dbn", cmbp)))
        .run(in);
    List<OptionPrint> prints = in.events(OptionPrint.class);
    assertThat(prints).hasSize(2);
    assertThat(prints.getFirst().nbbo().isPresent()).isTrue();
    assertThat(prints.getLast().priceMicros()).isEqualTo(900_000);
    assertThat(in.events(OptionQuote.class)).hasSize(1);
  }

  @Test
  void cmbpIsANationalQuoteAndWithATradeAlsoAPrint() throws IOException {
    byte[] bytes =
        opra(3)
            .consolidated(0xB1, 'A', 22, 5, TS, DbnBytes.UNDEFINED, 0)
            .consolidated(0xB1, 'T', 22, 5, TS + 5, 1_150_000_000L, 4)
            .bytes();
    MemoryIntake in = read("a.dbn", bytes);
    assertThat(in.events(OptionQuote.class))
        .hasSize(2)
        .allMatch(q -> q.venue() == Venue.OPRA.code())
        .allMatch(q -> q.bidVenue() == Venue.XCBO.code() && q.askVenue() == Venue.BATO.code());
    assertThat(in.events(OptionPrint.class)).hasSize(1);
  }

  @Test
  void equalFillsOfOnePacketStayTwoPrints() throws IOException {
    byte[] bytes =
        opra(3)
            .trade(22, 5, TS, 1_000_000_000L, 1, 9)
            .trade(22, 5, TS, 1_000_000_000L, 2, 9)
            .trade(22, 5, TS, 1_000_000_000L, 1, 9)
            .bytes();
    assertThat(read("a.dbn", bytes).events(OptionPrint.class).stream())
        .extracting(OptionPrint::vendorSequence)
        .containsExactly(9L, 9L, 9L + (1L << 32));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void openInterestRepeatedPerVenueIsToldOnce(boolean isV3) throws IOException {
    DbnBytes dbn = opra(isV3 ? 3 : 1);
    long morning = 1740051000_000_000_000L;
    for (int publisher = 20; publisher <= 37; publisher++) {
      dbn.openInterest(isV3, publisher, 5, morning, 4321);
    }
    List<OpenInterest> told = read("a.dbn", dbn.bytes()).events(OpenInterest.class);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().openInterest()).isEqualTo(4321);
    int feb19 = 20138;
    assertThat(told.getFirst().asOfDay()).isEqualTo(feb19);
  }

  @Test
  void unknownInstrumentsOfOtherDatasetsAreKeptByNumber() throws IOException {
    byte[] bytes =
        new DbnBytes()
            .header(3, "GLBX.MDP3", 4, List.of(), 0)
            .trade(1, 77, TS, 3_720_250_000_000L, 5, 1)
            .bytes();
    MemoryIntake in = read("a.dbn", bytes);
    assertThat(in.events(EquityPrint.class).getFirst().venue()).isEqualTo(Venue.FOREIGN + 1);
    SymbolListed listed = in.events(SymbolListed.class).getFirst();
    assertThat(listed.text()).isEqualTo("#77");
    assertThat(listed.symbolKind()).isEqualTo(SymbolKind.OTHER);
  }

  @Test
  void gatewayErrorsAndSlowReaderWarningsAreStatusAndHeartbeatsAreNothing() throws IOException {
    byte[] bytes =
        opra(3).error(false, "bad", 4).system("Heartbeat", 0).system("behind", 2).bytes();
    assertThat(read("a.dbn", bytes).events(FeedStatus.class))
        .extracting(FeedStatus::detail)
        .containsExactly("gateway error 4: bad", "slow reader warning: behind");
    assertThat(read("a.dbn", bytes).events(FeedStatus.class))
        .allMatch(s -> s.state() == FeedState.DEGRADED);
  }

  @Test
  void badRecordsAreRejectedAndReadingGoesOn() throws IOException {
    byte[] bytes =
        opra(3)
            .trade(22, 5, TS, 1_000_000_001L, 1, 1)
            .trade(22, 5, TS, DbnBytes.UNDEFINED, 1, 2)
            .trade(22, 5, TS, 1_000_000_000L, -1, 3)
            .raw(0x7F, 40)
            .trade(22, 5, TS, 1_000_000_000L, 1, 4)
            .bytes();
    MemoryIntake in = read("a.dbn", bytes);
    assertThat(in.events(OptionPrint.class))
        .hasSize(1)
        .allMatch(p -> p.flags() != PrintFlags.FROM_BAR);
    assertThat(in.events(Rejected.class).stream().map(Rejected::reason))
        .containsExactly(
            "record at byte 288: price 1000000001e-9: finer than a micro-dollar",
            "record at byte 336: price 9223372036854775807e-9: print without a price",
            "record at byte 384: size 4294967295; expected 0 to 2147483647",
            "record at byte 432: record type 0x7F is not known to this build");
  }

  private static DbnBytes opra(int version) {
    return new DbnBytes().header(version, "OPRA.PILLAR", MIXED, ONE, 5);
  }

  private MemoryIntake read(String name, byte[] bytes) throws IOException {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(write(name, bytes))).run(in);
    return in;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
