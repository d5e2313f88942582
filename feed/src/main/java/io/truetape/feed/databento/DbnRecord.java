package io.truetape.feed.databento;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A window on one DBN record; moves from record to record, copies nothing.
///
/// Named reads are those of the trade-shaped records (trades, mbp, bbo, cmbp, cbbo) and the common
/// header; other layouts are read by offset with the primitives at the end. Little-endian.
final class DbnRecord {
  /// A price that is not there.
  static final long NO_PRICE = Long.MAX_VALUE;

  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int at;
  private int length;
  private long offset;

  /// Where the record starts in the file, decompressed bytes.
  long offset() {
    return offset;
  }

  /// All its bytes, `ts_out` included.
  int whole() {
    return (buffer.get(at) & 0xFF) << 2;
  }

  /// Bytes without `ts_out`.
  int length() {
    return length;
  }

  int rtype() {
    return buffer.get(at + 1) & 0xFF;
  }

  int publisher() {
    return buffer.getShort(at + 2) & 0xFFFF;
  }

  int instrument() {
    return buffer.getInt(at + 4);
  }

  /// Exchange time, UTC nanoseconds; negative when undefined.
  long tsEvent() {
    return buffer.getLong(at + 8);
  }

  long price() {
    return buffer.getLong(at + 16);
  }

  long size() {
    return buffer.getInt(at + 24) & 0xFFFF_FFFFL;
  }

  char action() {
    return (char) (buffer.get(at + 28) & 0xFF);
  }

  /// Capture time of trade-shaped records; negative when undefined.
  long tsRecv() {
    return buffer.getLong(at + 32);
  }

  long sequence() {
    return buffer.getInt(at + 44) & 0xFFFF_FFFFL;
  }

  long bidPrice() {
    return buffer.getLong(at + 48);
  }

  long askPrice() {
    return buffer.getLong(at + 56);
  }

  int bidSize() {
    return size32(64);
  }

  int askSize() {
    return size32(68);
  }

  /// Publisher of the best bid in consolidated records.
  int bidPublisher() {
    return buffer.getShort(at + 72) & 0xFFFF;
  }

  int askPublisher() {
    return buffer.getShort(at + 76) & 0xFFFF;
  }

  long int64(int offset) {
    return buffer.getLong(at + offset);
  }

  int int32(int offset) {
    return buffer.getInt(at + offset);
  }

  int uint16(int offset) {
    return buffer.getShort(at + offset) & 0xFFFF;
  }

  int uint8(int offset) {
    return buffer.get(at + offset) & 0xFF;
  }

  /// Text padded with NULs.
  String text(int offset, int width) {
    int n = 0;
    while (n < width && buffer.get(at + offset + n) != 0) {
      n++;
    }
    byte[] bytes = new byte[n];
    buffer.get(at + offset, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  void move(ByteBuffer to, int position, int bytes, long fileOffset) {
    buffer = to;
    at = position;
    length = bytes;
    offset = fileOffset;
  }

  /// An undefined size is 0; one beyond an int is the largest int.
  private int size32(int offset) {
    int size = buffer.getInt(at + offset);
    return size >= 0 ? size : size == -1 ? 0 : Integer.MAX_VALUE;
  }
}
