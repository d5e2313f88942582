package io.truetape.engine.log;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The first 64 bytes of a segment: magic, format, first seq, and the chain value of all frames of
/// the session before it, so that a missing or swapped segment is noticed.
record SegmentHeader(long firstSeq, int chain) {
  static final int SIZE = 64;
  private static final long MAGIC = 0x31474F4C54525454L;
  private static final int FORMAT = 1;

  byte[] bytes() {
    WireWriter out = new WireWriter(SIZE);
    out.putLong(MAGIC);
    out.putInt(FORMAT);
    out.putInt(chain);
    out.putLong(firstSeq);
    out.putInt(crcOf(out.array(), out.size()));
    byte[] header = new byte[SIZE];
    System.arraycopy(out.array(), 0, header, 0, out.size());
    return header;
  }

  static SegmentHeader read(byte[] bytes, int count, Path file) {
    if (count < SIZE) {
      throw new LogFault(file + ": header has " + count + " bytes, expected " + SIZE);
    }
    WireReader in = new WireReader(bytes, 0, SIZE);
    if (in.getLong() != MAGIC) {
      throw new LogFault(file + " at byte 0: not a Truetape log segment (wrong magic)");
    }
    int format = in.getInt();
    int chain = in.getInt();
    long firstSeq = in.getLong();
    if (in.getInt() != crcOf(bytes, 24)) {
      throw new LogFault(file + " at byte 8: the segment header is corrupt");
    }
    if (format > FORMAT) {
      throw new LogFault(file + ": log format " + format + " is newer than this build's " + FORMAT);
    }
    return new SegmentHeader(firstSeq, chain);
  }

  private static int crcOf(byte[] bytes, int count) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, count);
    return (int) crc.getValue();
  }
}
