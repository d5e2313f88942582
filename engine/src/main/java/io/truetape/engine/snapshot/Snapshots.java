package io.truetape.engine.snapshot;

import io.truetape.engine.run.Runner;
import io.truetape.engine.wire.WireFault;
import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.time.SessionClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The snapshots of one session: files `snapshot-SEQ.bin`, at most [#KEPT], oldest deleted first.
///
/// A snapshot only saves time: one that is damaged, or was written by another build of the rooms,
/// is passed over, and the run starts earlier in the log. Layout: docs/formats/log.md.
public final class Snapshots {
  /// Changes whenever a room's state or meaning does; older snapshots are then passed over.
  public static final int LAYOUT = 7;

  static final int KEPT = 4;
  private static final long MAGIC = 0x50414E5354525454L;
  private static final int HEADER = 32;

  private final Path folder;

  public Snapshots(Path folder) {
    this.folder = folder;
  }

  /// Writes the runner's state beside the log, whole or not at all.
  public Path write(Runner runner) throws IOException {
    WireWriter state = new WireWriter(1 << 20);
    state.putLong(MAGIC);
    state.putInt(LAYOUT);
    state.putInt(0);
    state.putLong(runner.seq());
    state.putLong(0);
    runner.save(state);
    state.setInt(12, crc(state.array(), state.size()));
    Files.createDirectories(folder);
    Path target = folder.resolve("snapshot-%020d.bin".formatted(runner.seq()));
    Path partial = folder.resolve("snapshot.partial");
    try (FileChannel out =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(state.array(), 0, state.size());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forgetOld();
    return target;
  }

  /// A runner as of the latest usable snapshot at or before `seq`; empty when there is none.
  public Optional<Runner> latest(long seq, SessionClock clock, int shards) throws IOException {
    for (Path file : newestFirst()) {
      String name = file.getFileName().toString();
      if (Long.parseLong(name.substring(9, 29)) <= seq) {
        Optional<Runner> runner = read(file, clock, shards);
        if (runner.isPresent()) {
          return runner;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Runner> read(Path file, SessionClock clock, int shards)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    WireReader in = new WireReader(bytes, 0, bytes.length);
    boolean known = in.getLong() == MAGIC && in.getInt() == LAYOUT;
    int crc = in.getInt();
    if (!known || crc != crc(bytes, bytes.length)) {
      return Optional.empty();
    }
    in.getLong();
    in.getLong();
    Runner runner = new Runner(clock, shards);
    try {
      runner.load(in);
      return Optional.of(runner);
    } catch (WireFault e) {
      runner.close();
      return Optional.empty();
    }
  }

  private void forgetOld() throws IOException {
    List<Path> files = newestFirst();
    for (int i = KEPT; i < files.size(); i++) {
      Files.deleteIfExists(files.get(i));
    }
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("snapshot-\\d{20}\\.bin"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /// Checksum over everything but its own four bytes.
  private static int crc(byte[] bytes, int size) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, 12);
    crc.update(bytes, 16, size - 16);
    return (int) crc.getValue();
  }
}
