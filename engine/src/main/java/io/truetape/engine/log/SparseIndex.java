package io.truetape.engine.log;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Where in a segment a seq or a time can be found: one entry per 256 KiB of frames.
///
/// Only a hint: every entry is checked against the frame it points to, and a missing or stale index
/// costs time, never correctness. Entry: `[seq u64][tsNanos i64][offset u64]`, times nondecreasing.
final class SparseIndex {
  static final int EVERY_BYTES = 256 << 10;
  private static final int ENTRY = 24;

  private long[] seqs = new long[64];
  private long[] times = new long[64];
  private long[] offsets = new long[64];
  private int size;
  private int written;

  void add(long seq, long tsNanos, long offset) {
    if (size == seqs.length) {
      seqs = Arrays.copyOf(seqs, size * 2);
      times = Arrays.copyOf(times, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
    }
    seqs[size] = seq;
    times[size] = tsNanos;
    offsets[size] = offset;
    size++;
  }

  /// Offset of the last entry at or before `seq`, or `otherwise`.
  long offsetOfSeq(long seq, long otherwise) {
    int at = Arrays.binarySearch(seqs, 0, size, seq);
    int i = at >= 0 ? at : -at - 2;
    return i < 0 ? otherwise : offsets[i];
  }

  /// Offset of the last entry stamped before `tsNanos`, or `otherwise`.
  long offsetOfTime(long tsNanos, long otherwise) {
    long found = otherwise;
    for (int i = 0; i < size && times[i] < tsNanos; i++) {
      found = offsets[i];
    }
    return found;
  }

  /// Appends entries not yet written to the file.
  void flush(Path file) {
    if (written == size) {
      return;
    }
    WireWriter out = new WireWriter((size - written) * ENTRY);
    for (int i = written; i < size; i++) {
      out.putLong(seqs[i]);
      out.putLong(times[i]);
      out.putLong(offsets[i]);
    }
    try {
      Files.write(
          file,
          Arrays.copyOf(out.array(), out.size()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      written = size;
    } catch (IOException e) {
      throw new LogFault("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /// The index of a segment as far as it points inside `length` bytes; empty when there is none.
  static SparseIndex read(Path file, long length) {
    SparseIndex index = new SparseIndex();
    if (!Files.exists(file)) {
      return index;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      WireReader in = new WireReader(bytes, 0, bytes.length - bytes.length % ENTRY);
      while (in.remaining() >= ENTRY) {
        long seq = in.getLong();
        long ts = in.getLong();
        long offset = in.getLong();
        if (offset >= SegmentHeader.SIZE && offset < length) {
          index.add(seq, ts, offset);
        }
      }
      index.written = index.size;
      return index;
    } catch (IOException e) {
      return index;
    }
  }
}
