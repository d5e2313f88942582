package io.truetape.engine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing little-endian byte array. Text is UTF-8 with a four-byte length.
public final class WireWriter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int size;

  public WireWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /// The array behind it; only `[0, size())` is written. Changes when it grows.
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  public void reset() {
    size = 0;
  }

  /// Shortens to `newSize`, forgetting what was written after it.
  public void truncate(int newSize) {
    size = newSize;
  }

  public void putByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  public void putShort(int value) {
    room(2);
    SHORTS.set(bytes, size, (short) value);
    size += 2;
  }

  public void putInt(int value) {
    room(4);
    INTS.set(bytes, size, value);
    size += 4;
  }

  public void putLong(long value) {
    room(8);
    LONGS.set(bytes, size, value);
    size += 8;
  }

  public void putDouble(double value) {
    putLong(Double.doubleToLongBits(value));
  }

  public void putBoolean(boolean value) {
    putByte(value ? 1 : 0);
  }

  public void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    putBytes(utf8, 0, utf8.length);
  }

  public void putBytes(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /// Overwrites four bytes written earlier.
  public void setInt(int at, int value) {
    INTS.set(bytes, at, value);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
