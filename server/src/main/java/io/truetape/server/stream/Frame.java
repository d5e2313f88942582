package io.truetape.server.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes on their way to clients, encoded once and shared; nobody changes them after that.
///
/// `rows` counts the tape rows inside (0 for control messages and snapshots, which are never
/// dropped); `fromSeq` and `toSeq` are the first and last causing seq of those rows.
final class Frame {
  private final boolean binary;
  private final byte[] bytes;
  private final int rows;
  private final long fromSeq;
  private final long toSeq;

  Frame(boolean binary, byte[] bytes, int rows, long fromSeq, long toSeq) {
    this.binary = binary;
    this.bytes = bytes;
    this.rows = rows;
    this.fromSeq = fromSeq;
    this.toSeq = toSeq;
  }

  /// A JSON control message.
  static Frame control(String json) {
    return new Frame(false, json.getBytes(StandardCharsets.UTF_8), 0, 0, 0);
  }

  boolean binary() {
    return binary;
  }

  byte[] bytes() {
    return bytes;
  }

  int rows() {
    return rows;
  }

  long fromSeq() {
    return fromSeq;
  }

  long toSeq() {
    return toSeq;
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
