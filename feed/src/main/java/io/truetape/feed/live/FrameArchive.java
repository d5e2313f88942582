package io.truetape.feed.live;

import com.github.luben.zstd.ZstdOutputStream;
import io.truetape.feed.FeedFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every frame as it came, so that a decoder can be run again.
///
/// `DIR/FEED/2026-01-16T143000.123Z.raw.zst`: zstd of frames, each `[nanos UTC: 8][length: 4][bytes]`,
/// big-endian. A file ends after [#FILE_BYTES] of frames; the oldest files go when all together are
/// beyond `mostBytes`. Without a folder nothing is kept.
public final class FrameArchive implements AutoCloseable {
  private static final long FILE_BYTES = 256L << 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final @Nullable Path folder;
  private final long mostBytes;
  private final Supplier<Instant> now;
  private final ByteBuffer head = ByteBuffer.allocate(12);
  private @Nullable OutputStream out;
  private long written;

  private FrameArchive(@Nullable Path folder, long mostBytes, Supplier<Instant> now) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.now = now;
  }

  /// Keeps frames in `folder`, at most about `mostBytes` on disk.
  public static FrameArchive in(Path folder, long mostBytes, Supplier<Instant> now) {
    return new FrameArchive(folder, mostBytes, now);
  }

  /// Keeps nothing.
  public static FrameArchive none() {
    return new FrameArchive(null, 0, Instant::now);
  }

  /// Keeps one frame.
  public void keep(byte[] bytes, int from, int length) {
    Path dir = folder;
    if (dir == null) {
      return;
    }
    try {
      OutputStream to = out;
      if (to == null || written > FILE_BYTES) {
        close();
        to = begin(dir);
      }
      Instant at = now.get();
      head.clear().putLong(at.getEpochSecond() * 1_000_000_000L + at.getNano()).putInt(length);
      to.write(head.array());
      to.write(bytes, from, length);
      written += 12L + length;
    } catch (IOException e) {
      throw new FeedFault("the archive of raw frames cannot be written: " + e.getMessage(), e);
    }
  }

  /// Makes what was kept readable up to here.
  public void flush() {
    OutputStream to = out;
    if (to != null) {
      try {
        to.flush();
      } catch (IOException e) {
        throw new FeedFault("the archive of raw frames cannot be written: " + e.getMessage(), e);
      }
    }
  }

  private OutputStream begin(Path dir) throws IOException {
    Files.createDirectories(dir);
    retire(dir);
    Path file = dir.resolve(NAME.format(now.get()) + ".raw.zst");
    OutputStream to = new ZstdOutputStream(Files.newOutputStream(file), 1);
    out = to;
    written = 0;
    return to;
  }

  private void retire(Path dir) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(dir)) {
      files = all.filter(f -> f.toString().endsWith(".raw.zst")).sorted().toList();
    }
    long sum = 0;
    for (Path file : files) {
      sum += Files.size(file);
    }
    for (Path file : files) {
      if (sum <= mostBytes) {
        return;
      }
      sum -= Files.size(file);
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    OutputStream to = out;
    if (to != null) {
      out = null;
      try {
        to.close();
      } catch (IOException e) {
        throw new FeedFault("the archive of raw frames cannot be written: " + e.getMessage(), e);
      }
    }
  }
}
