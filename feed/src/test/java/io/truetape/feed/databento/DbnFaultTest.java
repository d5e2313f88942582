package io.truetape.feed.databento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.FeedFault;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.testkit.MemoryIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot be read through say so with place and expectation.
final class DbnFaultTest {
  private static final long TS = 1740061800_000_000_000L;

  @TempDir Path folder;

  @Test
  void aTruncatedZstdFileIsAFaultAfterItsWholeRecords() throws IOException {
    DbnBytes dbn = opra();
    for (int i = 0; i < 5_000; i++) {
      dbn.trade(22, 5, TS + i * 7_919L, 1_000_000L * (i % 977 + 1), i * 31 % 997, i * 13);
    }
    byte[] whole = dbn.zstd();
    refused("a.dbn.zst", Arrays.copyOf(whole, whole.length * 2 / 3), "a.dbn.zst is truncated");
  }

  @Test
  void aTruncatedRawFileNamesTheRecordsPlace() throws IOException {
    byte[] whole = opra().trade(22, 5, TS, 1_000_000_000L, 1, 1).bytes();
    refused(
        "a.dbn",
        Arrays.copyOf(whole, whole.length - 5),
        "the record at byte 288 has only 43 bytes before the file ends");
  }

  @Test
  void whatCameBeforeTheFaultWasHandedOver() throws IOException {
    byte[] whole =
        opra()
            .trade(22, 5, TS, 1_000_000_000L, 1, 1)
            .trade(22, 5, TS, 1_000_000_000L, 1, 2)
            .bytes();
    Path file = write("a.dbn", Arrays.copyOf(whole, whole.length - 5));
    MemoryIntake in = new MemoryIntake();
    assertThatThrownBy(() -> FileFeeds.open(List.of(file)).run(in)).isInstanceOf(FeedFault.class);
    assertThat(in.events(OptionPrint.class)).hasSize(1);
  }

  @Test
  void truncatedMetadataIsAFault() throws IOException {
    refused("a.dbn", Arrays.copyOf(opra().bytes(), 120), "the metadata has 112 of 280 bytes");
  }

  @Test
  void aWrongMagicIsAFault() throws IOException {
    byte[] bytes = opra().bytes();
    bytes[0] = 'X';
    refused("a.dbn", bytes, "byte 0: starts with \"XBN\"; expected \"DBN\"");
  }

  @Test
  void anUnknownVersionNamesTheKnownOnes() throws IOException {
    byte[] bytes = opra().bytes();
    bytes[3] = 9;
    refused("a.dbn", bytes, "byte 3: DBN version 9; this build knows 1, 2 and 3");
  }

  @Test
  void aRecordOfTheWrongLengthNamesItsByte() throws IOException {
    refused(
        "a.dbn",
        opra().trade(22, 5, TS, 1, 1, 1).raw(0x00, 52).bytes(),
        "record at byte 336: type 0x00 (TRADE) has a length of 52 bytes; expected [48]");
  }

  @Test
  void aRecordOfNoLengthNamesItsByte() throws IOException {
    byte[] bytes = Arrays.copyOf(opra().bytes(), 288 + 48);
    refused("a.dbn", bytes, "record at byte 288: type 0x00 (TRADE) has a length of 0 bytes");
  }

  @Test
  void mappingsThatDoNotFitAreAFault() throws IOException {
    byte[] bytes = opra().bytes();
    bytes[124] = (byte) 200;
    refused("a.dbn", bytes, "200 mappings do not fit into the metadata");
  }

  @Test
  void orderLevelFilesAreRefused() throws IOException {
    byte[] bytes = new DbnBytes().header(3, "XNAS.ITCH", 0, List.of(), 0).bytes();
    refused("a.dbn", bytes, "schema mbo (orders) is not read");
  }

  private void refused(String name, byte[] bytes, String message) throws IOException {
    Path file = write(name, bytes);
    assertThatThrownBy(() -> FileFeeds.open(List.of(file)).run(new MemoryIntake()))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  private static DbnBytes opra() {
    return new DbnBytes().header(3, "OPRA.PILLAR", 4, List.of("SPY   250221C00600000"), 5);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
