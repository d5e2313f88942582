package io.truetape.engine.log;

import io.truetape.engine.wire.Codec;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Appends events to one session's log, in groups.
///
/// Used by one thread. [#append] only fills memory; [#commit] writes the group and, by policy,
/// forces it to the device; [#durableSeq] is what has been promised. A failed write (disk full)
/// throws and leaves the file as it was after the last commit, so that nothing is half-written.
public final class LogWriter implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final Path session;
  private final LogPlan plan;
  private final Codec codec = new Codec();
  private final CRC32C checksum = new CRC32C();
  private final WireWriter group;
  private FileChannel channel;
  private Path file;
  private SparseIndex index;
  private long written;
  private long lastSeq;
  private long lastTs;
  private long nextIndexAt;
  private long durableSeq;
  private long committedAt;
  private long forcedAt;
  private int chain;

  private LogWriter(Path session, LogPlan plan, LogTail tail) {
    this.session = session;
    this.plan = plan;
    this.group = new WireWriter(plan.commitBytes() + 65_536);
    this.lastSeq = tail.lastSeq();
    this.durableSeq = tail.lastSeq();
    this.chain = tail.chain();
    this.file = tail.segment();
    this.written = tail.length();
    this.index = SparseIndex.read(Segments.index(file), written);
    this.nextIndexAt = written;
    this.channel = openChannel(file);
  }

  /// Opens a session for appending, creating it if need be. A torn tail is cut off first; see
  /// [LogTail#truncatedBytes] of `tail`, which the caller got from [LogTail#recover].
  public static LogWriter open(Path session, LogPlan plan, LogTail tail) {
    return new LogWriter(session, plan, tail);
  }

  /// Adds an event to the current group and gives it its seq.
  public long append(Event event) {
    int start = group.size();
    long seq = lastSeq + 1;
    group.putInt(0);
    group.putInt(0);
    group.putLong(seq);
    codec.encode(event, group);
    int length = group.size() - start - 8;
    if (length > Frame.MAX_LENGTH) {
      group.truncate(start);
      throw new LogFault("event of " + length + " bytes is larger than a frame may be");
    }
    checksum.reset();
    checksum.update(group.array(), start + 8, length);
    int crc = (int) checksum.getValue();
    group.setInt(start, length);
    group.setInt(start + 4, crc);
    chain = chain * 31 + crc;
    lastSeq = seq;
    lastTs = Math.max(lastTs, event.tsNanos());
    if (written + start >= nextIndexAt) {
      index.add(seq, lastTs, written + start);
      nextIndexAt = written + start + SparseIndex.EVERY_BYTES;
    }
    return seq;
  }

  /// True when a commit is due at `nowNanos` of a monotonic clock.
  public boolean isDue(long nowNanos) {
    return group.size() >= plan.commitBytes()
        || (group.size() > 0 && nowNanos - committedAt >= plan.commitNanos());
  }

  /// Writes the group. By policy also forces it to the device.
  public void commit(long nowNanos) {
    try {
      int size = group.size();
      if (size > 0) {
        writeFully(ByteBuffer.wrap(group.array(), 0, size));
        written += size;
        group.reset();
      }
      boolean force =
          switch (plan.fsync()) {
            case COMMIT -> size > 0;
            case SECOND -> nowNanos - forcedAt >= SECOND;
            case NEVER -> false;
          };
      if (force) {
        channel.force(false);
        forcedAt = nowNanos;
      }
      durableSeq = lastSeq;
      committedAt = nowNanos;
      if (written >= plan.segmentBytes()) {
        roll();
      }
    } catch (IOException e) {
      undo();
      throw new LogFault(
          "cannot write "
              + file
              + " at byte "
              + written
              + ": "
              + e.getMessage()
              + "; the log ends at seq "
              + durableSeq,
          e);
    }
  }

  public long lastSeq() {
    return lastSeq;
  }

  /// Everything up to here has been promised by the policy.
  public long durableSeq() {
    return durableSeq;
  }

  /// Bytes in the current segment.
  public long segmentBytes() {
    return written;
  }

  @Override
  public void close() {
    try {
      commit(forcedAt + SECOND);
      if (plan.fsync() != LogPlan.Fsync.NEVER) {
        channel.force(true);
      }
      index.flush(Segments.index(file));
      channel.close();
    } catch (IOException e) {
      throw new LogFault("cannot close " + file + ": " + e.getMessage(), e);
    }
  }

  private void roll() throws IOException {
    if (plan.fsync() != LogPlan.Fsync.NEVER) {
      channel.force(true);
    }
    channel.close();
    index.flush(Segments.index(file));
    file = Segments.segment(session, lastSeq + 1);
    createSegment(file, new SegmentHeader(lastSeq + 1, chain));
    index = new SparseIndex();
    written = SegmentHeader.SIZE;
    nextIndexAt = written;
    channel = openChannel(file);
  }

  /// Cuts off what a failed write left behind.
  private void undo() {
    try {
      channel.truncate(written);
    } catch (IOException e) {
      // the tail is then torn, and the next open cuts it off
    }
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    long position = written;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  static void createSegment(Path file, SegmentHeader header) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, header.bytes(), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new LogFault("cannot create " + file + ": " + e.getMessage(), e);
    }
  }

  private static FileChannel openChannel(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new LogFault("cannot open " + file + ": " + e.getMessage(), e);
    }
  }
}
