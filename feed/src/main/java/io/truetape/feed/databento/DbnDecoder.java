package io.truetape.feed.databento;

import io.truetape.model.text.BadInput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Finds record after record in a little-endian buffer, by type and length. Pure; no allocation.
///
/// | `ts_out` | meaning |
/// |---|---|
/// | [#WITHOUT] | records have their plain length |
/// | [#WITH] | every record ends with eight more bytes |
/// | [#EITHER] | not known (a fragment): both are accepted |
///
/// A known type with an unknown length throws [BadInput] with the byte offset: the framing cannot
/// be trusted from there on.
final class DbnDecoder {
  static final int WITHOUT = 0;
  static final int WITH = 1;
  static final int EITHER = 2;

  private static final int HEADER = 16;

  private final RecordKind[] kinds = new RecordKind[256];

  /// By type and length in words: 0 unknown, 1 plain, 2 with `ts_out`.
  private final byte[] shapes = new byte[256 * 256];

  private final String framing;
  private long offset;

  /// `offset` is the file position of the first record.
  DbnDecoder(int tsOut, long offset) {
    this.offset = offset;
    this.framing = tsOut == WITHOUT ? "" : tsOut == WITH ? " plus 8" : " or 8 more";
    for (int rtype = 0; rtype < 256; rtype++) {
      kinds[rtype] = RecordKind.of(rtype);
      for (int length : kinds[rtype].lengths()) {
        if (tsOut != WITHOUT) {
          shapes[rtype << 8 | (length + 8) >> 2] = 2;
        }
        if (tsOut != WITH) {
          shapes[rtype << 8 | length >> 2] = 1;
        }
      }
    }
  }

  /// File position of the next record.
  long offset() {
    return offset;
  }

  /// Moves `record` to the record at the buffer's position and the position behind it, or answers
  /// [RecordKind#MORE] and moves nothing.
  RecordKind next(ByteBuffer in, DbnRecord record) {
    int at = in.position();
    int remaining = in.limit() - at;
    if (remaining < 2) {
      return RecordKind.MORE;
    }
    int words = in.get(at) & 0xFF;
    int rtype = in.get(at + 1) & 0xFF;
    RecordKind kind = kinds[rtype];
    int shape = shapes[rtype << 8 | words];
    int bytes = words << 2;
    if (bytes < HEADER || (shape == 0 && kind != RecordKind.UNKNOWN)) {
      throw wrongLength(kind, rtype, bytes);
    }
    if (remaining < bytes) {
      return RecordKind.MORE;
    }
    record.move(in, at, shape == 2 ? bytes - 8 : bytes, offset);
    in.position(at + bytes);
    offset += bytes;
    return kind;
  }

  private BadInput wrongLength(RecordKind kind, int rtype, int bytes) {
    String expected =
        kind == RecordKind.UNKNOWN
            ? "at least " + HEADER
            : Arrays.toString(kind.lengths()) + framing;
    return new BadInput(
        "record at byte %d: type 0x%02X (%s) has a length of %d bytes; expected %s"
            .formatted(offset, rtype, kind, bytes, expected));
  }
}
