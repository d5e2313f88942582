package io.truetape.engine.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The frame around every event: `[length u32][crc32c u32][seq u64][payload]`, little-endian.
///
/// `length` counts seq and payload; the checksum covers them. Source: docs/formats/log.md.
final class Frame {
  /// Bytes before the payload.
  static final int HEADER = 16;

  /// No event is larger; a longer length is corruption.
  static final int MAX_LENGTH = 4 << 20;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Frame() {}

  static int length(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static int crc(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at + 4);
  }

  static long seq(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at + 8);
  }

  static int intAt(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static long longAt(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /// Whole size of the frame at `at`, or -1 when its length cannot be one.
  static int size(byte[] bytes, int at) {
    int length = length(bytes, at);
    return length < 10 || length > MAX_LENGTH ? -1 : length + 8;
  }

  /// True when the frame's checksum holds. `checksum` is scratch.
  static boolean holds(byte[] bytes, int at, CRC32C checksum) {
    checksum.reset();
    checksum.update(bytes, at + 8, length(bytes, at));
    return (int) checksum.getValue() == crc(bytes, at);
  }
}
