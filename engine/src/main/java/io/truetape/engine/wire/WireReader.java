package io.truetape.engine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads what a [WireWriter] wrote. Never reads past its end: that is a [WireFault].
public final class WireReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int at;
  private int end;

  public WireReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /// Turns to other bytes, `[from, to)`.
  public void over(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    at = from;
    end = to;
  }

  public int position() {
    return at;
  }

  public int remaining() {
    return end - at;
  }

  public int getByte() {
    return bytes[need(1)] & 0xFF;
  }

  public int getShort() {
    return (short) SHORTS.get(bytes, need(2)) & 0xFFFF;
  }

  public int getInt() {
    return (int) INTS.get(bytes, need(4));
  }

  public long getLong() {
    return (long) LONGS.get(bytes, need(8));
  }

  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  public boolean getBoolean() {
    return getByte() != 0;
  }

  public String getText() {
    int length = getInt();
    if (length < 0 || length > remaining()) {
      throw new WireFault("text of " + length + " bytes where " + remaining() + " are left");
    }
    return new String(bytes, need(length), length, StandardCharsets.UTF_8);
  }

  private int need(int count) {
    if (count > end - at) {
      throw new WireFault("need " + count + " bytes, " + (end - at) + " are left");
    }
    int from = at;
    at += count;
    return from;
  }
}
