package io.truetape.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.tape.TapeFeed;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import io.truetape.testkit.Fixtures;
import io.truetape.testkit.MemoryIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Formats are known by content, several vendors are merged, and what cannot be read says why.
final class FileFeedsTest {
  private static final String CBOE =
      "underlying_symbol,quote_datetime,root,expiration,strike,option_type,open,high,low,close,"
          + "trade_volume,bid_size,bid,ask_size,ask,underlying_bid,underlying_ask\n"
          + "A,2021-04-26 10:00:00,A,2021-06-18,70.000,C,1,1,1,1,5,1,1,1,2,0,0\n";

  @TempDir Path folder;

  @Test
  void filesOfSeveralVendorsAreMergedInTimeOrder() {
    MemoryIntake in = new MemoryIntake();
    FileFeed feed =
        FileFeeds.open(
            List.of(
                Fixtures.file("thetadata/captures_decoded_csv/option_history_trade_quote.csv"),
                Fixtures.file("cboe/UnderlyingOptionsTrades_2016-06-01.excerpt.csv"),
                Fixtures.file("databento/python-tests/OPRA.PILLAR/test_data.trades.dbn.zst"),
                Fixtures.file("lean/head/Data/option/usa/minute/goog/20151223_trade_american.zip"),
                Fixtures.file("lean/head/Data/equity/usa/minute/twx/20140605_trade.zip")));
    feed.run(in);
    assertThat(in.events(OptionPrint.class)).hasSize(98 + 59 + 4 + 581);
    assertThat(in.events(EquityPrint.class)).hasSize(398);
    assertThat(in.events().stream().map(SourceEvent::ingestTsNanos).filter(t -> t > 0)).isSorted();
    Set<FeedId> feeds =
        in.events(OptionPrint.class).stream().map(OptionPrint::feed).collect(Collectors.toSet());
    assertThat(feeds)
        .containsExactlyInAnyOrder(FeedId.THETADATA, FeedId.CBOE, FeedId.DATABENTO, FeedId.LEAN);
    assertThat(feed.id()).isEqualTo(FeedId.THETADATA);
    assertThat(feed.readBytes()).isEqualTo(feed.totalBytes());
  }

  @Test
  void aFeedCanBeRunTwiceWithTheSameOutcome() {
    FileFeed feed =
        FileFeeds.open(
            List.of(Fixtures.file("cboe/UnderlyingOptionsTrades_2016-06-01.excerpt.csv")));
    MemoryIntake first = new MemoryIntake();
    MemoryIntake second = new MemoryIntake();
    feed.run(first);
    feed.run(second);
    assertThat(second.events()).isEqualTo(first.events());
  }

  @Test
  void aStoppedIntakeEndsTheRun() {
    MemoryIntake in = new MemoryIntake(10);
    FileFeeds.open(
            List.of(Fixtures.file("thetadata/captures_decoded_csv/option_history_trade_quote.csv")))
        .run(in);
    assertThat(in.events(OptionPrint.class)).hasSize(10);
  }

  @Test
  void textIsReadOutOfGzipAndZip() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(CBOE.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("UnderlyingOptions.csv"));
      out.write(CBOE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(prints(write("a.csv.gz", gzip.toByteArray()))).hasSize(1);
    assertThat(prints(write("a.zip", zip.toByteArray()))).hasSize(1);
  }

  @Test
  void aByteOrderMarkIsReadOver() throws IOException {
    Path file = write("a.csv", ("\uFEFF" + CBOE).getBytes(StandardCharsets.UTF_8));
    assertThat(prints(file)).hasSize(1);
  }

  @Test
  void aTapeAloneIsATapeFeedAndAmongOthersIsMerged() throws IOException {
    Path tape = write("a.tape", "nonsense\n".getBytes(StandardCharsets.UTF_8));
    Path cboe = write("a.csv", CBOE.getBytes(StandardCharsets.UTF_8));
    assertThat(FileFeeds.open(List.of(tape))).isInstanceOf(TapeFeed.class);
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(tape, cboe)).run(in);
    assertThat(in.events(Rejected.class)).hasSize(1);
    assertThat(in.events(OptionPrint.class)).hasSize(1);
  }

  @Test
  void unreadablePathsSayWhatTheyAre() throws IOException {
    refused(folder.resolve("missing.dbn"), "does not exist");
    refused(folder, "is a directory");
    refused(write("empty.csv", new byte[0]), "is empty");
  }

  @Test
  void anUnknownFormatNamesTheSupportedOnes() throws IOException {
    Path file = write("a.csv", "time,price\n1,2\n".getBytes(StandardCharsets.UTF_8));
    refused(file, "is of no known format (starts with \"time,price.1,2.\"); expected Databento");
  }

  @Test
  void aTruncatedZipIsAFault() throws IOException {
    Path whole = Fixtures.file("lean/head/Data/equity/usa/minute/twx/20140605_trade.zip");
    byte[] bytes = Files.readAllBytes(whole);
    Path file = write("20140605_trade.zip", java.util.Arrays.copyOf(bytes, bytes.length / 2));
    refused(file, "is truncated");
  }

  @Test
  void noFilesAtAllAreRefused() {
    assertThatThrownBy(() -> FileFeeds.open(List.of()))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining("no files given");
  }

  private static List<OptionPrint> prints(Path file) {
    MemoryIntake in = new MemoryIntake();
    FileFeeds.open(List.of(file)).run(in);
    return in.events(OptionPrint.class);
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> FileFeeds.open(List.of(file)).run(new MemoryIntake()))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
