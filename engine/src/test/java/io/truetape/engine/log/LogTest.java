package io.truetape.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.Event;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  private static final LogPlan SMALL = new LogPlan(4_096, 0, 512, LogPlan.Fsync.NEVER);

  @TempDir Path folder;
  private Path session;

  @BeforeEach
  void name() {
    session = folder.resolve("session");
  }

  @Test
  void whatWasWrittenIsReadBackInOrderAcrossSegments() {
    write(1_000);
    assertThat(Segments.of(session).size()).isGreaterThan(5);
    assertThat(read(1)).hasSize(1_000).startsWith(new Tick(1)).endsWith(new Tick(1_000));
  }

  @Test
  void readingStartsAtAnySeq() {
    write(1_000);
    for (int seq : new int[] {1, 2, 137, 500, 999, 1_000}) {
      assertThat(read(seq)).hasSize(1_001 - seq).startsWith(new Tick(seq));
    }
    assertThat(read(1_001)).isEmpty();
  }

  @Test
  void appendingGoesOnAfterAReopen() {
    write(10);
    try (LogWriter log = reopen()) {
      assertThat(log.append(new Tick(11))).isEqualTo(11);
    }
    assertThat(read(1)).hasSize(11);
  }

  @Test
  void aTornTailIsCutOffAndReported() throws IOException {
    write(10);
    Path last = Segments.of(session).getLast();
    long sound = Files.size(last);
    Files.write(last, new byte[] {30, 0, 0, 0, 1, 2, 3}, StandardOpenOption.APPEND);
    assertThat(read(1)).hasSize(10);
    LogTail tail = LogTail.recover(session);
    assertThat(tail.truncatedBytes()).isEqualTo(7);
    assertThat(tail.lastSeq()).isEqualTo(10);
    assertThat(Files.size(last)).isEqualTo(sound);
  }

  @Test
  void aTailOfZerosIsTornToo() throws IOException {
    write(10);
    Path last = Segments.of(session).getLast();
    Files.write(last, new byte[5_000], StandardOpenOption.APPEND);
    assertThat(LogTail.recover(session).truncatedBytes()).isEqualTo(5_000);
    assertThat(read(1)).hasSize(10);
  }

  @Test
  void everyFlippedByteInTheMiddleIsRefusedWithItsPlace() throws IOException {
    write(40);
    Path file = Segments.of(session).getFirst();
    byte[] good = Files.readAllBytes(file);
    for (int at = SegmentHeader.SIZE; at < good.length - 100; at += 13) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      assertThatThrownBy(() -> read(1))
          .isInstanceOf(LogFault.class)
          .hasMessageContaining("at byte");
      assertThatThrownBy(() -> LogTail.recover(session)).isInstanceOf(LogFault.class);
    }
  }

  @Test
  void aMissingSegmentIsNoticed() throws IOException {
    write(1_000);
    Files.delete(Segments.of(session).get(2));
    assertThatThrownBy(() -> read(1)).isInstanceOf(LogFault.class);
  }

  @Test
  void aSegmentFromAnotherLogIsNoticed() throws IOException {
    write(1_000);
    List<Path> mine = Segments.of(session);
    Path other = folder.resolve("other");
    try (LogWriter log = LogWriter.open(other, SMALL, LogTail.recover(other))) {
      for (int i = 1; i <= 1_000; i++) {
        log.append(new Tick(i + 5));
        log.commit(0);
      }
    }
    Files.write(mine.get(1), Files.readAllBytes(Segments.of(other).get(1)));
    assertThatThrownBy(() -> read(1)).isInstanceOf(LogFault.class);
  }

  @Test
  void aForeignFileIsRefused() throws IOException {
    write(5);
    Files.write(Segments.of(session).getFirst(), new byte[100]);
    assertThatThrownBy(() -> read(1)).hasMessageContaining("wrong magic");
  }

  @Test
  void repairCopiesWhatIsSound() throws IOException {
    write(40);
    Path file = Segments.of(session).getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[SegmentHeader.SIZE + 5 * 26 + 20] ^= 1;
    Files.write(file, bytes);
    Path copy = folder.resolve("copy");
    LogRepair repair = LogRepair.copy(session, copy, SMALL);
    assertThat(repair).isEqualTo(new LogRepair(39, 1, 26));
    session = copy;
    assertThat(read(1)).hasSize(39).doesNotContain(new Tick(6));
  }

  @Test
  void aReaderFollowsALogThatIsBeingWritten() {
    try (LogWriter log = reopen()) {
      log.append(new Tick(1));
      log.commit(0);
      try (LogReader reader = LogReader.open(session)) {
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isFalse();
        for (int i = 2; i < 500; i++) {
          log.append(new Tick(i));
          log.commit(0);
          assertThat(reader.next()).isTrue();
          assertThat(reader.event()).isEqualTo(new Tick(i));
        }
      }
    }
  }

  @Test
  void durableIsOnlyWhatWasCommitted() {
    try (LogWriter log = reopen()) {
      log.append(new Tick(1));
      assertThat(log.durableSeq()).isZero();
      log.commit(0);
      assertThat(log.durableSeq()).isEqualTo(1);
    }
  }

  @Test
  void anEventTooLargeIsRefusedAndLeavesNothingBehind() {
    try (LogWriter log = reopen()) {
      Rejected huge = new Rejected(0, 0, FeedId.TAPE, "x".repeat(5 << 20), "");
      assertThatThrownBy(() -> log.append(huge)).isInstanceOf(LogFault.class);
      assertThat(log.append(new Tick(1))).isEqualTo(1);
    }
    assertThat(read(1)).containsExactly(new Tick(1));
  }

  private void write(int count) {
    try (LogWriter log = reopen()) {
      for (int i = 1; i <= count; i++) {
        log.append(new Tick(i));
        log.commit(0);
      }
    }
  }

  private LogWriter reopen() {
    return LogWriter.open(session, SMALL, LogTail.recover(session));
  }

  private List<Event> read(long from) {
    List<Event> events = new ArrayList<>();
    try (LogReader reader = LogReader.from(session, from)) {
      while (reader.next()) {
        events.add(reader.event());
      }
    }
    return events;
  }
}
