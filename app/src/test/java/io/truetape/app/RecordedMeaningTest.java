package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.Baselines;
import io.truetape.app.ops.FileImport;
import io.truetape.engine.log.LogPlan;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.Event;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded days through all rooms: what must hold of a real tape.
class RecordedMeaningTest {
  private final SessionClock clock = SessionClock.standard();
  @TempDir private Path folder;

  @Test
  void noPrintWithALegsCodeEndsWithADirectionOfItsOwn() {
    List<Event> events =
        run(Fixtures.file("thetadata/captures_decoded_csv/option_history_trade_quote.csv"));
    List<ChippedPrint> prints = only(events, ChippedPrint.class);
    List<ChippedPrint> legs = prints.stream().filter(RecordedMeaningTest::isLeg).toList();

    assertThat(prints).hasSize(98);
    assertThat(legs).hasSizeGreaterThan(49);
    assertThat(legs)
        .allSatisfy(
            p -> {
              assertThat(p.sided().side()).isEqualTo(Side.UNKNOWN);
              assertThat(p.measured().sentiment()).isEqualTo(Sentiment.NEUTRAL);
            });
    TreeSet<Long> legSeqs = new TreeSet<>(legs.stream().map(ChippedPrint::printSeq).toList());
    for (FlowPacket packet : only(events, FlowPacket.class)) {
      if (packet.prints().stream().anyMatch(legSeqs::contains)) {
        assertThat(packet.legs()).isTrue();
        assertThat(packet.quotes().buySize() + packet.quotes().sellSize()).isZero();
      }
    }
    for (ClassifierHits hits : only(events, ClassifierHits.class)) {
      assertThat(hits.prints()).as("classified prints").doesNotContainAnyElementsOf(legSeqs);
    }
    for (SmartMoneyEvent event : only(events, SmartMoneyEvent.class)) {
      assertThat(event.prints()).as("profiled prints").doesNotContainAnyElementsOf(legSeqs);
    }
  }

  @Test
  void aSingleLegAuctionMayCarryADirection() {
    List<Event> events =
        run(Fixtures.file("thetadata/captures_decoded_csv/option_history_trade_quote.csv"));
    List<ChippedPrint> auctions =
        only(events, ChippedPrint.class).stream()
            .filter(p -> p.normalized().condition().letter() == 'a')
            .toList();

    assertThat(auctions).isNotEmpty();
    assertThat(auctions).anyMatch(p -> p.sided().side() != Side.UNKNOWN);
  }

  @Test
  void aFeedWithoutCodesSaysSoOnEveryStructure() {
    String data = "lean/head/Data/";
    List<Event> events =
        run(
            Fixtures.file(data + "option/usa/minute/goog/20151223_trade_american.zip"),
            Fixtures.file(data + "option/usa/minute/goog/20151223_quote_american.zip"),
            Fixtures.file(data + "option/usa/minute/goog/20151223_openinterest_american.zip"));

    assertThat(only(events, ChippedPrint.class)).hasSize(581);
    long inPackets =
        only(events, FlowPacket.class).stream().mapToLong(p -> p.prints().size()).sum();
    long inStructures =
        only(events, StructureFound.class).stream().mapToLong(s -> s.prints().size()).sum();
    assertThat(inPackets + inStructures).isEqualTo(581);
    assertThat(only(events, StructureFound.class))
        .allSatisfy(s -> assertThat(s.mode()).isEqualTo(StructureMode.OFF));
  }

  @Test
  void anIndexDayGoesThroughAllRooms() {
    String data = "lean/head/Data/indexoption/usa/minute/spxw/";
    List<Event> events =
        run(
            Fixtures.file(data + "20210105_trade_european.zip"),
            Fixtures.file(data + "20210105_quote_european.zip"));
    List<ChippedPrint> prints = only(events, ChippedPrint.class);

    assertThat(prints).isNotEmpty();
    long kept =
        only(events, FlowPacket.class).stream().mapToLong(p -> p.prints().size()).sum()
            + only(events, StructureFound.class).stream().mapToLong(s -> s.prints().size()).sum();
    long last = prints.getLast().tsNanos();
    long open = prints.stream().filter(p -> last - p.tsNanos() < 1_000_000_000L).count();
    assertThat(kept)
        .as("all but what stood open when time ended")
        .isBetween(prints.size() - open, (long) prints.size());
  }

  @Test
  void consolidatedOptionTradesGoThroughAllRooms() {
    String data = "databento/python-tests/OPRA.PILLAR/test_data.";
    List<Event> events =
        run(Fixtures.file(data + "definition.dbn.zst"), Fixtures.file(data + "tbbo.dbn.zst"));

    assertThat(only(events, ChippedPrint.class)).hasSize(4);
    assertThat(only(events, FlowPacket.class)).isNotEmpty();
  }

  private static boolean isLeg(ChippedPrint p) {
    return p.normalized().condition().isMultiLeg() || p.normalized().condition().isStockTied();
  }

  private static <T> List<T> only(List<Event> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<Event> run(Path... files) {
    List<Event> events = new ArrayList<>();
    Path session = folder.resolve("s" + System.nanoTime());
    FileImport.run(
        session,
        "recorded",
        FileFeeds.open(List.of(files)),
        RuleFile.standard().activation(0),
        LogPlan.standard(),
        clock,
        1,
        new Baselines(folder.resolve("baselines")),
        (_, event) -> events.add(event),
        _ -> {});
    return events;
  }
}
