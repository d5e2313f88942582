package io.truetape.engine.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Walks the frames of one segment file, checking each. Reads ahead in 1 MiB blocks.
public final class SegmentScan implements AutoCloseable {
  private static final int BLOCK = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final SegmentHeader header;
  private byte[] block = new byte[BLOCK + Frame.HEADER];
  private int from;
  private int to;
  private long blockOffset;
  private int chain;

  public SegmentScan(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new LogFault("cannot open " + file + ": " + e.getMessage(), e);
    }
    byte[] head = new byte[SegmentHeader.SIZE];
    header = SegmentHeader.read(head, readInto(head, 0, head.length, 0), file);
    chain = header.chain();
    blockOffset = SegmentHeader.SIZE;
  }

  /// Goes on at a frame that starts at `offset`. The chain value is not followed across a jump.
  void jump(long offset) {
    from = 0;
    to = 0;
    blockOffset = offset;
  }

  /// True when a whole frame is there and holds; false at the end of what can be read. A frame
  /// that is there and does not hold is a [LogFault] unless it could be a torn tail.
  boolean next() {
    int size = frameSize();
    if (size < 0) {
      return false;
    }
    if (!Frame.holds(block, from, checksum)) {
      return false;
    }
    chain = chain * 31 + Frame.crc(block, from);
    return true;
  }

  /// Moves past the frame found by [#next].
  void pass() {
    from += Frame.size(block, from);
  }

  long offset() {
    return blockOffset + from;
  }

  byte[] bytes() {
    return block;
  }

  int at() {
    return from;
  }

  long seq() {
    return Frame.seq(block, from);
  }

  /// Rolling value over all frame checksums of the session so far.
  int chain() {
    return chain;
  }

  SegmentHeader header() {
    return header;
  }

  long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new LogFault("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /// Offset of the first sound frame after `offset` with a seq above `seq`, or -1: what tells a
  /// corrupt middle from a torn tail. O(bytes left).
  long nextSoundFrame(long offset, long seq) {
    jump(offset + 1);
    while (have(Frame.HEADER)) {
      long found = Frame.seq(block, from);
      boolean plausible = found > seq && found < seq + (1L << 32);
      if (plausible && frameSize() > 0 && Frame.holds(block, from, checksum)) {
        return offset();
      }
      from++;
    }
    return -1;
  }

  private int frameSize() {
    if (!have(Frame.HEADER)) {
      return -1;
    }
    int size = Frame.size(block, from);
    return size > 0 && have(size) ? size : -1;
  }

  private boolean have(int count) {
    if (to - from >= count) {
      return true;
    }
    if (count > block.length) {
      block = Arrays.copyOf(block, count);
    }
    System.arraycopy(block, from, block, 0, to - from);
    blockOffset += from;
    to -= from;
    from = 0;
    to += readInto(block, to, block.length - to, blockOffset + to);
    return to >= count;
  }

  private int readInto(byte[] target, int at, int count, long position) {
    try {
      int total = 0;
      while (total < count) {
        int n = channel.read(ByteBuffer.wrap(target, at + total, count - total), position + total);
        if (n <= 0) {
          break;
        }
        total += n;
      }
      return total;
    } catch (IOException e) {
      throw new LogFault("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LogFault("cannot close " + file + ": " + e.getMessage(), e);
    }
  }
}
